using ChatbotSante.Dialogs.Nlu.Dates;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs.Nlu;

public sealed class DateWishTests
{
    private static readonly DateOnly Thursday = new(2026, 11, 26);
    private static readonly DateWish ThatDay = new(Thursday, Thursday);
    private static readonly DateWish Mornings = new(
        null,
        null,
        new TimeOnly(8, 0),
        new TimeOnly(12, 0)
    );
    private static readonly DateWish ThatMorning = new(
        Thursday,
        Thursday,
        new TimeOnly(8, 0),
        new TimeOnly(12, 0)
    );

    [Test]
    public void A_day_keeps_the_part_of_the_day_said_before() =>
        Assert.That(ThatDay.Over(Mornings), Is.EqualTo(ThatMorning));

    [Test]
    public void A_part_of_the_day_keeps_the_day_said_before() =>
        Assert.That(Mornings.Over(ThatDay), Is.EqualTo(ThatMorning));

    [Test]
    public void A_day_with_its_part_replaces_everything() =>
        Assert.That(
            ThatMorning.Over(new DateWish(Thursday.AddDays(1), Thursday.AddDays(1))),
            Is.EqualTo(ThatMorning)
        );

    [Test]
    public void Nothing_said_before_changes_nothing() =>
        Assert.That(Mornings.Over(null), Is.EqualTo(Mornings));

    [TestCase(26, 8, 0, true)]
    [TestCase(26, 11, 30, true)]
    [TestCase(26, 12, 0, false)]
    [TestCase(26, 7, 30, false)]
    [TestCase(25, 9, 0, false)]
    [TestCase(27, 9, 0, false)]
    public void It_admits_its_days_and_its_window_end_excluded(
        int day,
        int hour,
        int minute,
        bool isAdmitted
    ) =>
        Assert.That(
            ThatMorning.Admits(
                new DateTime(2026, 11, day, hour, minute, 0, DateTimeKind.Unspecified)
            ),
            Is.EqualTo(isAdmitted)
        );
}
