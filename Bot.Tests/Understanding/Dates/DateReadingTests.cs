using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ChatbotSante.Dialogs.Nlu.Dates;
using ChatbotSante.Redaction;
using CsCheck;
using NUnit.Framework;

namespace ChatbotSante.Tests.Understanding.Dates;

/// <summary>Reference: Monday 23 November 2026, 9 h.</summary>
public sealed class DateReadingTests
{
    private static readonly DateTime Reference = new(
        2026,
        11,
        23,
        9,
        0,
        0,
        DateTimeKind.Unspecified
    );

    [TestCase(
        "mardi ou jeudi matin",
        """{"any":[{"from":"2026-11-24T08:00","to":"2026-11-24T12:00"},{"from":"2026-11-26T08:00","to":"2026-11-26T12:00"}]}"""
    )]
    [TestCase("entre lundi et mercredi", """{"from":"2026-11-30T00:00","to":"2026-12-03T00:00"}""")]
    [TestCase("fin du mois", """{"from":"2026-11-23T09:00","to":"2026-12-01T00:00"}""")]
    [TestCase("Noël", """{"date":"2026-12-25"}""")]
    [TestCase("lundi de Pâques", """{"date":"2027-03-29"}""")]
    [TestCase("sauf le lundi", """{"recurrence":{"exclude":["MO"]}}""")]
    [TestCase("un mardi sur deux", """{"recurrence":{"days":["TU"],"interval_weeks":2}}""")]
    [TestCase("les jeudis", """{"recurrence":{"days":["TH"]}}""")]
    [TestCase("demain ou mercredi", """{"any":[{"date":"2026-11-24"},{"date":"2026-11-25"}]}""")]
    [TestCase(
        "jeudi vingt-six novembre à quatorze heures trente",
        """{"date":"2026-11-26","time":"14:30"}"""
    )]
    [TestCase("avant vendredi midi", """{"from":"2026-11-23T09:00","to":"2026-11-27T12:00"}""")]
    [TestCase(
        "en semaine après 17h",
        """{"time":{"from":"17:00","to":null},"recurrence":{"days":["MO","TU","WE","TH","FR"]}}"""
    )]
    [TestCase("décaler mon rendez-vous du 12 au 15", """{"date":"2026-12-15"}""")]
    [TestCase("je ne travaille pas le mercredi", """{"recurrence":{"days":["WE"]}}""")]
    [TestCase("dès que possible", """{"from":"2026-11-23T09:00","to":null}""")]
    [TestCase("j'habite rue du 11 novembre", "null")]
    [TestCase("deux comprimés matin et soir", "null")]
    public void What_is_said_is_read(string said, string json) =>
        Assert.That(Json(said), Is.EqualTo(json));

    [TestCase("jeudi 27 novembre", DateTrouble.WeekdayDiffers)]
    [TestCase("le 31 novembre", DateTrouble.Impossible)]
    [TestCase("hier", DateTrouble.Past)]
    [TestCase("jeudi 26 novembre", DateTrouble.None)]
    public void What_is_wrong_with_a_date_is_told(string said, DateTrouble trouble) =>
        Assert.That(
            FrenchDateParser.Read(FoldedText.Of(said), Reference).Trouble,
            Is.EqualTo(trouble)
        );

    [TestCase("jeudi après-midi", "jeudi 26 novembre, l'après-midi")]
    [TestCase("mardi ou jeudi", "mardi 24 novembre ou jeudi 26 novembre")]
    [TestCase("un mardi sur deux", "le mardi, une semaine sur deux")]
    [TestCase("la semaine prochaine", "du lundi 30 novembre au dimanche 6 décembre")]
    public void The_bot_says_back_what_it_understood(string said, string explained) =>
        Assert.That(
            FrenchDateText.Explain(
                FrenchDateParser.Read(FoldedText.Of(said), Reference).Expression!
            ),
            Is.EqualTo(explained)
        );

    [Test]
    public void Every_day_of_ten_years_is_read_back_in_several_forms()
    {
        var french = CultureInfo.GetCultureInfo("fr-FR");
        var today = DateOnly.FromDateTime(Reference);
        for (var day = today.AddDays(1); day < today.AddYears(10); day = day.AddDays(1))
        {
            var before = day.AddDays(-1).ToDateTime(new TimeOnly(9, 0));
            string[] withYear =
            [
                day.ToString("dddd d MMMM yyyy", french),
                day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
                day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                day.ToString("'le' d MMMM yyyy", french),
            ];
            string[] withoutYear =
            [
                FrenchDateText.Day(day),
                day.ToString("d MMMM", french),
                day.ToString("dd/MM", CultureInfo.InvariantCulture),
                "demain",
            ];
            var all = withYear
                .Select(text => (text, Reference))
                .Concat(withoutYear.Select(text => (text, before)));
            foreach (var (text, reference) in all)
            {
                Assert.That(
                    FrenchDateParser.Read(FoldedText.Of(text), reference).Expression,
                    Is.EqualTo(new DateExpression { Date = day }),
                    text
                );
            }
        }
    }

    private static readonly string[] Pieces =
    [
        "le ",
        "jeudi ",
        "h",
        ":",
        "/",
        " mars ",
        "en huit ",
        "du ",
        "au ",
        " et ",
        "avant ",
        "pas ",
        "semaine ",
        "prochaine ",
        "hier ",
        "fin de ",
        "mois ",
        "matin ",
        "deux ",
        "sur ",
        "31 ",
        "2027 ",
        "dernier ",
        "sauf ",
        "dans ",
        "jours ",
        "noel ",
        "12",
        "\ud800",
    ];

    [Test]
    public void Nothing_is_too_strange_to_read_and_nothing_read_is_past() =>
        Check.Sample(
            Gen.Select(
                Gen.OneOf(
                    Gen.String,
                    Gen.OneOf(Pieces.Select(Gen.Const).ToArray()).Array[0, 14].Select(string.Concat)
                ),
                Gen.Int[0, 5000],
                Gen.Int[0, 1439]
            ),
            (text, days, minutes) =>
            {
                var reference = Reference.Date.AddDays(days).AddMinutes(minutes);
                var read = FrenchDateParser.Read(FoldedText.Of(text), reference).Expression;
                return read is null
                    || read.Alternatives.All(one =>
                        (one.Date is null || one.Date >= DateOnly.FromDateTime(reference))
                        && (one.From is null || one.From >= reference)
                        && (one.To is null || one.To > one.From)
                        && FrenchDateText.Explain(one).Length > 0
                    );
            },
            iter: 20_000
        );

    [Test]
    public void What_is_written_as_json_is_read_back() =>
        Assert.That(
            DateExpressionReader.Read(Json("la semaine prochaine sauf mercredi, après 16h")),
            Is.EqualTo(
                FrenchDateParser
                    .Read(FoldedText.Of("la semaine prochaine sauf mercredi, après 16h"), Reference)
                    .Expression
            )
        );

    private static string Json(string said)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            DateExpressionWriter.Write(
                json,
                FrenchDateParser.Read(FoldedText.Of(said), Reference).Expression
            );
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
