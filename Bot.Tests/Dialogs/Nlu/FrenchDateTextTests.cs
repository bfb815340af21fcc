using ChatbotSante.Dialogs.Nlu.Dates;
using ChatbotSante.Redaction;
using CsCheck;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs.Nlu;

public sealed class FrenchDateTextTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [TestCase(2026, 11, 26, "jeudi 26 novembre")]
    [TestCase(2026, 12, 1, "mardi 1er décembre")]
    [TestCase(2027, 2, 28, "dimanche 28 février")]
    [TestCase(2027, 8, 15, "dimanche 15 août")]
    public void A_day_reads_as_in_French(int year, int month, int day, string text) =>
        Assert.That(FrenchDateText.Day(new DateOnly(year, month, day)), Is.EqualTo(text));

    [TestCase(9, 0, "9 h")]
    [TestCase(10, 40, "10 h 40")]
    [TestCase(8, 5, "8 h 05")]
    public void A_time_reads_as_in_French(int hour, int minute, string text) =>
        Assert.That(FrenchDateText.Time(new TimeOnly(hour, minute)), Is.EqualTo(text));

    [TestCase("jeudi à 13 h", "le jeudi 26 novembre, à 13 h")]
    [TestCase("jeudi de 13 h à 15 h", "le jeudi 26 novembre, de 13 h à 15 h")]
    [TestCase("jeudi matin", "le jeudi 26 novembre, le matin")]
    [TestCase("pas avant jeudi", "à partir du jeudi 26 novembre")]
    [TestCase("n'importe quand sauf le mardi", "dès que possible, sauf le mardi")]
    public void A_wish_reads_as_in_French(string said, string text) =>
        Assert.That(
            FrenchDateText.Wish(FrenchDateParser.Parse(FoldedText.Of(said), Today)!),
            Is.EqualTo(text)
        );

    [Test]
    public void What_the_bot_says_it_understands() =>
        Check.Sample(
            Gen.Select(Gen.Int[1, 364], Gen.Int[7 * 60, (24 * 60) - 2]),
            (days, minutes) =>
            {
                var moment = Today.AddDays(days).ToDateTime(TimeOnly.MinValue).AddMinutes(minutes);
                var text = FoldedText.Of(FrenchDateText.Moment(moment));
                var (day, time) = (DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment));
                return FrenchDateParser.Parse(text, Today)
                        == new DateWish(day, day, time, time.AddMinutes(1))
                    && FrenchDateParser.ParseClock(text) == time;
            }
        );
}
