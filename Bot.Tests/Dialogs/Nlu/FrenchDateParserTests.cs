using System.Globalization;
using ChatbotSante.Dialogs.Nlu.Dates;
using ChatbotSante.Redaction;
using CsCheck;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs.Nlu;

/// <summary>Reference: Monday 23 November 2026.</summary>
public sealed class FrenchDateParserTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [TestCase("lundi", "11-30")]
    [TestCase("mardi", "11-24")]
    [TestCase("jeudi", "11-26")]
    [TestCase("dimanche", "11-29")]
    [TestCase("JEUDI", "11-26")]
    [TestCase("jeudi prochain", "11-26")]
    [TestCase("mardi prochain", "12-01")]
    [TestCase("lundi prochain", "11-30")]
    [TestCase("jeudi en huit", "12-03")]
    [TestCase("jeudi en quinze", "12-10")]
    [TestCase("jeudi 26", "11-26")]
    [TestCase("jeudi 3", "12-03")]
    [TestCase("jeudi 26 novembre", "11-26")]
    [TestCase("le 26", "11-26")]
    [TestCase("le 23", "12-23")]
    [TestCase("le 2", "12-02")]
    [TestCase("le 31", "12-31")]
    [TestCase("le 15 décembre", "12-15")]
    [TestCase("le 1er décembre", "12-01")]
    [TestCase("jeudi 1er décembre", "12-01")]
    [TestCase("15 déc", "12-15")]
    [TestCase("23 novembre", "11-23")]
    [TestCase("15/12", "12-15")]
    [TestCase("15/12/2026", "12-15")]
    [TestCase("15/12/26", "12-15")]
    [TestCase("15 décembre 2026", "12-15")]
    [TestCase("aujourd'hui", "11-23")]
    [TestCase("demain", "11-24")]
    [TestCase("après-demain", "11-25")]
    [TestCase("2main", "11-24")]
    [TestCase("apres 2main", "11-25")]
    [TestCase("dans 8 jours", "11-30")]
    [TestCase("dans 15 jours", "12-07")]
    [TestCase("dans quinze jours", "12-07")]
    [TestCase("dans dix jours", "12-03")]
    [TestCase("dans une semaine", "11-30")]
    [TestCase("dans 3 semaines", "12-14")]
    [TestCase("dans un mois", "12-23")]
    [TestCase("dans deux mois", "2027-01-23")]
    [TestCase("dans une quinzaine de jours", "12-07")]
    [TestCase("le 3 avril 27", "2027-04-03")]
    [TestCase("apres demain", "11-25")]
    public void A_day_is_read(string text, string day) => Reads(text, day, day, null, null);

    [TestCase("22 novembre", "2027-11-22")]
    [TestCase("1er janvier", "2027-01-01")]
    [TestCase("le 1er mars", "2027-03-01")]
    [TestCase("3/1", "2027-01-03")]
    [TestCase("29 février", "2028-02-29")]
    public void A_day_gone_by_is_the_next_one(string text, string day) =>
        Reads(text, day, day, null, null);

    [TestCase("la semaine prochaine", "11-30", "12-06")]
    [TestCase("cette semaine", "11-23", "11-29")]
    public void A_week_is_read(string text, string from, string to) =>
        Reads(text, from, to, null, null);

    [TestCase("d'ici 15 jours", "11-23", "12-07")]
    [TestCase("dans les dix jours", "11-23", "12-03")]
    [TestCase("sous une semaine", "11-23", "11-30")]
    [TestCase("d'ici vendredi", "11-23", "11-27")]
    [TestCase("jusqu'au 4 décembre", "11-23", "12-04")]
    [TestCase("avant jeudi 26", "11-23", "11-25")]
    [TestCase("pas après vendredi", "11-23", "11-27")]
    [TestCase("pas avant jeudi", "11-26", null)]
    [TestCase("à partir du 2 décembre", "12-02", null)]
    [TestCase("dès mercredi", "11-25", null)]
    [TestCase("après le 15", "12-16", null)]
    [TestCase("après après-demain", "11-26", null)]
    public void A_limit_is_read(string text, string from, string? to) =>
        Reads(text, from, to, null, null);

    [TestCase("jeudi matin", "11-26", "08:00", "12:00")]
    [TestCase("2main matin", "11-24", "08:00", "12:00")]
    [TestCase("3 décembre 14 h", "12-03", "14:00", "14:01")]
    [TestCase("mardi entre 9 et 10h", "11-24", "09:00", "10:00")]
    [TestCase("entre 14h30 et 16 h", null, "14:30", "16:00")]
    [TestCase("jeudi de 8 h à 9 h 30", "11-26", "08:00", "09:30")]
    [TestCase("15h-17h", null, "15:00", "17:00")]
    [TestCase("9-11h", null, "09:00", "11:00")]
    [TestCase("vendredi 9 h 30 - 11 h", "11-27", "09:30", "11:00")]
    [TestCase("mardi 8 - 10h", "12-08", "10:00", "10:01")]
    [TestCase("le 26 à 10h", "11-26", "10:00", "10:01")]
    [TestCase("à partir de 16h", null, "16:00", null)]
    [TestCase("jusqu'à 11 h", null, null, "11:00")]
    [TestCase("pas avant 16h", null, "16:00", null)]
    [TestCase("jamais avant 10 h", null, "10:00", null)]
    [TestCase("vendredi pas après 11h30", "11-27", null, "11:30")]
    [TestCase("pas avant 14h et pas après 16h", null, "14:00", "16:00")]
    [TestCase("le matin mais pas trop tôt", null, "10:00", "12:00")]
    [TestCase("jeudi pas trop tôt le matin", "11-26", "10:00", "12:00")]
    [TestCase("pas trop tard l'après-midi", null, "12:00", "17:00")]
    [TestCase("pas trop tard le soir", null, "18:00", "20:00")]
    [TestCase("demain matin", "11-24", "08:00", "12:00")]
    [TestCase("jeudi fin de matinée", "11-26", "10:00", "12:00")]
    [TestCase("jeudi midi", "11-26", "12:00", "14:00")]
    [TestCase("jeudi après-midi", "11-26", "12:00", "18:00")]
    [TestCase("jeudi aprem", "11-26", "12:00", "18:00")]
    [TestCase("jeudi début d'après-midi", "11-26", "12:00", "15:00")]
    [TestCase("jeudi fin de journée", "11-26", "16:00", "19:00")]
    [TestCase("jeudi soir", "11-26", "18:00", "20:00")]
    [TestCase("jeudi vers 10 h", "11-26", "09:30", "10:30")]
    [TestCase("jeudi après 17 h", "11-26", "17:00", null)]
    [TestCase("jeudi avant 10h30", "11-26", null, "10:30")]
    [TestCase("jeudi à 10 h 30", "11-26", "10:30", "10:31")]
    [TestCase("jeudi 10h", "11-26", "10:00", "10:01")]
    [TestCase("rdv le 15 à 17 h", "12-15", "17:00", "17:01")]
    [TestCase("le 26 à 9:30", "11-26", "09:30", "09:31")]
    [TestCase("le matin", null, "08:00", "12:00")]
    [TestCase("plutôt l'après-midi", null, "12:00", "18:00")]
    public void A_part_of_the_day_is_read(string text, string? day, string? from, string? to) =>
        Reads(text, day, day, from, to);

    [TestCase("mardi, non plutôt jeudi", "11-26")]
    [TestCase("mardi ah non jeudi 3", "12-03")]
    [TestCase("lundi je peux pas, mercredi oui", "11-25")]
    [TestCase("pas mardi jeudi", "11-26")]
    [TestCase("pas mercredi plutôt vendredi", "11-27")]
    [TestCase("vendredi, sauf si mercredi c'est pas possible", "11-27")]
    [TestCase("jeudi c'est possible mais pas vendredi", "11-26")]
    [TestCase("si pas mardi alors vendredi", "11-27")]
    [TestCase("pas de souci pour jeudi", "11-26")]
    [TestCase("pourquoi pas mercredi", "11-25")]
    [TestCase("vous n'auriez pas vendredi ?", "11-27")]
    [TestCase("vendredi ce n'est pas possible ?", "11-27")]
    [TestCase("je sais pas, vendredi", "11-27")]
    public void The_last_day_said_wins(string text, string day) =>
        Reads(text, day, day, null, null);

    [TestCase("la semaine prochaine sauf le mercredi", "11-30", "12-06", null, null)]
    [TestCase("la semaine prochaine mais jamais l'après-midi", "11-30", "12-06", null, "12:00")]
    [TestCase("mercredi, pas le matin", "11-25", "11-25", "12:00", null)]
    [TestCase("pas le soir", null, null, null, "18:00")]
    [TestCase("le matin je peux pas", null, null, "12:00", null)]
    [TestCase("pas à 9h, 10h", null, null, "10:00", "10:01")]
    public void What_is_refused_is_left_out(
        string text,
        string? from,
        string? to,
        string? earliest,
        string? latest
    ) => Reads(text, from, to, earliest, latest);

    [TestCase("pas vendredi", DayOfWeek.Friday)]
    [TestCase("en fait je ne peux pas venir vendredi", DayOfWeek.Friday)]
    [TestCase("mardi c'est impossible", DayOfWeek.Tuesday)]
    [TestCase("lundi et mardi je peux pas", DayOfWeek.Monday, DayOfWeek.Tuesday)]
    [TestCase(
        "sauf lundi, mardi et jeudi",
        DayOfWeek.Monday,
        DayOfWeek.Tuesday,
        DayOfWeek.Thursday
    )]
    [TestCase("ni mardi ni mercredi", DayOfWeek.Tuesday, DayOfWeek.Wednesday)]
    [TestCase("je peux plus jeudi", DayOfWeek.Thursday)]
    [TestCase("pas jeudi matin", DayOfWeek.Thursday)]
    [TestCase("n'importe quel jour hormis le mardi", DayOfWeek.Tuesday)]
    public void What_is_only_refused_leaves_any_other_day(
        string text,
        params DayOfWeek[] refused
    ) =>
        Assert.That(
            FrenchDateParser.Parse(FoldedText.Of(text), Monday),
            Is.EqualTo(DateWish.AnyTime with { Except = refused.Sum(DateWish.Bit) })
        );

    [TestCase("pas le jeudi 26 novembre")]
    public void What_is_only_refused_is_no_wish(string text) =>
        Assert.That(FrenchDateParser.Parse(FoldedText.Of(text), Monday), Is.Null);

    [TestCase("le plus tôt possible")]
    [TestCase("au plus vite")]
    [TestCase("dès que possible")]
    [TestCase("n'importe quand")]
    [TestCase("peu importe")]
    public void As_soon_as_possible_has_no_bound(string text) =>
        Assert.That(
            FrenchDateParser.Parse(FoldedText.Of(text), Monday),
            Is.EqualTo(DateWish.AnyTime)
        );

    [TestCase("bonjour")]
    [TestCase("je voudrais un rendez-vous")]
    [TestCase("né le 12/03/1948")]
    [TestCase("12/03/1948")]
    [TestCase("12 mars 1948")]
    [TestCase("le 12 mars 1948")]
    [TestCase("7 juin 62")]
    [TestCase("le 7 juin 62")]
    [TestCase("7 juin 2041")]
    [TestCase("depuis trois semaines")]
    [TestCase("le 1er mars 1948")]
    [TestCase("06 39 98 12 34")]
    [TestCase("c'est le 06 39 98 12 34")]
    [TestCase("c'est le 06.39.98.12.34")]
    [TestCase("le 2eme")]
    [TestCase("le 1er")]
    [TestCase("45/12")]
    [TestCase("le 32")]
    [TestCase("")]
    public void What_is_no_wish_gives_none(string text) =>
        Assert.That(FrenchDateParser.Parse(FoldedText.Of(text), Monday), Is.Null);

    [TestCase("10 h 40", "10:40")]
    [TestCase("11h", "11:00")]
    [TestCase("9:30", "09:30")]
    [TestCase("celui de 9h30", "09:30")]
    [TestCase("14 heures", "14:00")]
    [TestCase("10 h 75", "10:00")]
    [TestCase("plutôt 9 heures et demie", "09:30")]
    [TestCase("16h et quart", "16:15")]
    [TestCase("11 heures moins le quart", "10:45")]
    [TestCase("8 heures et ensuite rien", "08:00")]
    [TestCase("pas 10 h, 11 h", "11:00")]
    [TestCase("25 h", null)]
    [TestCase("le 12", null)]
    [TestCase("10", null)]
    public void A_clock_time_is_read(string text, string? clock) =>
        Assert.That(FrenchDateParser.ParseClock(FoldedText.Of(text)), Is.EqualTo(Time(clock)));

    [Test]
    public void No_text_is_too_strange_to_read() =>
        Check.Sample(
            Gen.OneOf(
                Gen.String,
                Gen.OneOf(
                        Gen.Const("le "),
                        Gen.Const("jeudi "),
                        Gen.Const("h"),
                        Gen.Const(":"),
                        Gen.Const("/"),
                        Gen.Const(" mars "),
                        Gen.Const("en huit "),
                        Gen.Int[0, 99999].Select(n => n.ToString(CultureInfo.InvariantCulture))
                    )
                    .Array[0, 12]
                    .Select(string.Concat)
            ),
            text =>
            {
                var folded = FoldedText.Of(text);
                var wish = FrenchDateParser.Parse(folded, Monday);
                _ = FrenchDateParser.ParseClock(folded);
                return wish?.From is not { } from
                    || (from >= Monday && (wish.To is null || from <= wish.To));
            },
            iter: 50_000
        );

    private static void Reads(
        string text,
        string? from,
        string? to,
        string? earliest,
        string? latest
    )
    {
        var read = FrenchDateParser.Parse(FoldedText.Of(text), Monday);

        // The days refused have tests of their own.
        Assert.That(
            read is null ? null : read with { Except = 0, Instead = null },
            Is.EqualTo(new DateWish(Day(from), Day(to), Time(earliest), Time(latest)))
        );
    }

    private static DateOnly? Day(string? day) =>
        day is null
            ? null
            : DateOnly.ParseExact(
                day.Length == 5 ? $"2026-{day}" : day,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture
            );

    private static TimeOnly? Time(string? time) =>
        time is null ? null : TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture);
}
