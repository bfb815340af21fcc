using System.Globalization;
using ChatbotSante.Bot.Clinics;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Clinics;

/// <summary>What the clinic's file may say, and what is refused: with the line, and what to do.</summary>
public sealed class ClinicReaderTests
{
    /// <summary>Every key once; the line numbers of the cases are those of this text.</summary>
    private const string Whole = """
        name: Clinique des Tilleuls
        phone: "02 61 91 20 00"
        continuity_phone: "02 61 91 20 15"
        poison_centre_phone: "02 61 91 20 25"
        secretariat_mailbox: accueil@tilleuls.example
        sms_sender: Tilleuls37
        visits: de 14 h à 19 h
        time_zone: Europe/Paris
        sites:
          - { id: nord, name: Site Nord, address: "1 rue Haute, 37000 Tours", parking: devant l'entrée, access: bus 3 }
          - { id: sud, name: Site Sud, address: "9 rue Basse, 37200 Tours", parking: en face }
        opening:
          mon-fri: ["08:00-19:00"]
          sat: ["08:00-12:00"]
        secretariat_hours:
          mon-fri: ["09:00-12:00", "13:00-17:00"]
        closures: [2026-12-24, 2026-12-28/2027-01-02]
        slots:
          length_minutes: 20
          days: mon-fri
          hours: ["09:00-12:00", "14:00-18:00"]
          horizon_days: 60
        specialties:
          - { id: kine, label: kinésithérapie, words: [kine, reeducation] }
          - { id: podologie, label: podologie, words: [pieds] }
        practitioners:
          - { id: aubry, name: Aubry, title: Dr, specialty: kine, site: nord }
          - id: blain
            name: Blain
            specialty: kine
            site: sud
            length_minutes: 30
            hours: { mon: ["09:00-12:00"], thu: ["14:00-18:00"] }
            absences: [2027-02-01/2027-02-07]
          - { id: colas, name: Colas, specialty: podologie, site: nord, days: tue-wed }
        visit_reasons:
          - { id: bilan, specialty: kine, label: bilan, words: [premier bilan], length_minutes: 60 }
          - { id: seance, specialty: kine, label: séance, words: [], length_minutes: 20 }
        procedures:
          - { id: hallux, label: opération du pied, words: [hallux] }
        """;

    [Test]
    public void Every_key_is_read()
    {
        var clinic = ClinicReader.Read(Whole);

        Assert.Multiple(() =>
        {
            Assert.That(clinic.Name, Is.EqualTo("Clinique des Tilleuls"));
            Assert.That(clinic.Phone, Is.EqualTo("02 61 91 20 00"));
            Assert.That(clinic.ContinuityPhone, Is.EqualTo("02 61 91 20 15"));
            Assert.That(clinic.PoisonCentrePhone, Is.EqualTo("02 61 91 20 25"));
            Assert.That(clinic.SecretariatMailbox, Is.EqualTo("accueil@tilleuls.example"));
            Assert.That(clinic.SmsSender, Is.EqualTo("Tilleuls37"));
            Assert.That(clinic.Visits, Is.EqualTo("de 14 h à 19 h"));
            Assert.That(clinic.TimeZone.Id, Is.EqualTo("Europe/Paris"));
            Assert.That(clinic.Address, Is.EqualTo("1 rue Haute, 37000 Tours"));
            Assert.That(
                clinic.Sites,
                Is.EqualTo([
                    new Site(
                        "nord",
                        "Site Nord",
                        "1 rue Haute, 37000 Tours",
                        "devant l'entrée",
                        "bus 3"
                    ),
                    new Site("sud", "Site Sud", "9 rue Basse, 37200 Tours", "en face", null),
                ])
            );
            Assert.That(clinic.SiteOf("blain").Id, Is.EqualTo("sud"));
            Assert.That(clinic.Opening, Has.Count.EqualTo(6));
            Assert.That(clinic.SecretariatHours, Has.Count.EqualTo(10));
            Assert.That(clinic.IsClosed(new DateOnly(2026, 12, 24)), Is.True);
            Assert.That(clinic.IsClosed(new DateOnly(2026, 12, 30)), Is.True);
            Assert.That(clinic.IsClosed(new DateOnly(2026, 12, 26)), Is.False);
            Assert.That(clinic.Slots.Length, Is.EqualTo(TimeSpan.FromMinutes(20)));
            Assert.That(clinic.Slots.HorizonDays, Is.EqualTo(60));
            Assert.That(clinic.Slots.Windows, Has.Count.EqualTo(10));
            Assert.That(clinic.Specialties.Select(s => s.Label), Contains.Item("podologie"));
            Assert.That(clinic.Procedures.Select(p => p.Id), Is.EqualTo(["hallux"]));
        });
    }

    [Test]
    public void A_practitioners_own_hours_stand_in_the_place_of_the_clinics()
    {
        var clinic = ClinicReader.Read(Whole);

        Assert.Multiple(() =>
        {
            Assert.That(clinic.RulesOf("aubry"), Is.SameAs(clinic.Slots));
            Assert.That(clinic.RulesOf("blain").Length, Is.EqualTo(TimeSpan.FromMinutes(30)));
            Assert.That(
                clinic.RulesOf("blain").Windows,
                Is.EqualTo([
                    new OpeningPeriod(DayOfWeek.Monday, new(9, 0), new(12, 0)),
                    new OpeningPeriod(DayOfWeek.Thursday, new(14, 0), new(18, 0)),
                ])
            );
            Assert.That(clinic.IsAbsent("blain", new DateOnly(2027, 2, 3)), Is.True);
            Assert.That(clinic.IsAbsent("aubry", new DateOnly(2027, 2, 3)), Is.False);
            Assert.That(
                clinic.RulesOf("colas").Windows.Select(window => window.Day).Distinct(),
                Is.EqualTo([DayOfWeek.Tuesday, DayOfWeek.Wednesday])
            );
            Assert.That(clinic.RulesOf("colas").Length, Is.EqualTo(TimeSpan.FromMinutes(20)));
        });
    }

    [Test]
    public void A_reason_is_asked_only_where_it_changes_how_many_slots_are_taken()
    {
        var clinic = ClinicReader.Read(Whole);
        var alike = ClinicReader.Read(
            Whole.Replace("length_minutes: 60", "length_minutes: 15", StringComparison.Ordinal)
        );

        Assert.Multiple(() =>
        {
            Assert.That(
                clinic.ReasonsToAsk("kine", null).Select(reason => reason.Id),
                Is.EqualTo(["bilan", "seance"])
            );
            Assert.That(clinic.ReasonsToAsk(null, "aubry"), Has.Count.EqualTo(2));
            Assert.That(clinic.ReasonsToAsk("podologie", null), Is.Empty);
            Assert.That(
                clinic.VisitLength("kine", null, "bilan"),
                Is.EqualTo(TimeSpan.FromHours(1))
            );
            Assert.That(clinic.VisitLength("kine", null, null), Is.EqualTo(TimeSpan.FromHours(1)));
            Assert.That(clinic.VisitLength("podologie", null, null), Is.Null);
            Assert.That(alike.ReasonsToAsk("kine", null), Is.Empty);
        });
    }

    [Test]
    public void The_short_form_has_one_site_and_the_hours_of_the_reception()
    {
        var clinic = ClinicReader.Read(
            """
            name: Cabinet de l'Orme
            address: 2 place de l'Orme, 37000 Tours
            phone: "02 61 91 30 00"
            secretariat_mailbox: cabinet@orme.example
            parking: aucun
            visits: sans objet
            opening: {mon-fri: ["08:00-19:00"]}
            slots: {hours: ["09:00-12:00"]}
            specialties: [{id: kine}]
            practitioners: [{id: kine, specialty: kine}]
            """
        );

        Assert.Multiple(() =>
        {
            Assert.That(clinic.Sites, Has.Count.EqualTo(1));
            Assert.That(clinic.Address, Is.EqualTo("2 place de l'Orme, 37000 Tours"));
            Assert.That(clinic.SecretariatHours, Is.EqualTo(clinic.Opening));
            Assert.That(clinic.Slots.Length, Is.EqualTo(TimeSpan.FromMinutes(30)));
            Assert.That(clinic.Slots.HorizonDays, Is.EqualTo(90));
            Assert.That(clinic.LabelOf("kine"), Is.EqualTo("kine"));
            Assert.That(clinic.ReasonsToAsk("kine", null), Is.Empty);
        });
    }

    // What is written, what stands instead, the line that is named, and words of what is said of it.
    [TestCase("name: Clinique des Tilleuls", "name:", 1, "name is missing")]
    [TestCase("name: Clinique des Tilleuls", "nom: Clinique", 1, "unknown key nom")]
    [TestCase("phone: \"02 61 91 20 00\"", "phone: 02 61 91", 2, "no telephone number")]
    [TestCase("\"02 61 91 20 15\"", "\"zéro deux\"", 3, "continuity_phone")]
    [TestCase("\"02 61 91 20 25\"", "\"12 34\"", 4, "poison_centre_phone")]
    [TestCase("accueil@tilleuls.example", "accueil", 5, "no mailbox")]
    [TestCase("sms_sender: Tilleuls37", "sms_sender: Les Tilleuls", 6, "sms_sender")]
    [TestCase("sms_sender: Tilleuls37", "sms_sender: \"0612345678901\"", 6, "sms_sender")]
    [TestCase("time_zone: Europe/Paris", "time_zone: Europe/Tours", 8, "time_zone")]
    [TestCase("sites:", "address: 1 rue Haute\nsites:", 9, "beside sites")]
    [TestCase("id: sud, name", "id: nord, name", 11, "stands twice, first on line 10")]
    [TestCase(", parking: en face", "", 11, "parking is missing")]
    [TestCase("access: bus 3", "bus: 3", 10, "unknown key bus")]
    [TestCase("mon-fri: [\"08:00-19:00\"]", "fri-mon: [\"08:00-19:00\"]", 13, "no day")]
    [TestCase("mon-fri: [\"08:00-19:00\"]", "mon-fri: [\"8h-19h\"]", 13, "are no hours")]
    [TestCase("sat: [\"08:00-12:00\"]", "sat: [\"12:00-08:00\"]", 14, "end before they start")]
    [TestCase("sat: [\"08:00-12:00\"]", "fri: [\"18:00-20:00\"]", 14, "overlap on fri")]
    [TestCase("\"13:00-17:00\"", "\"11:00-17:00\"", 16, "overlap on mon")]
    [TestCase("2026-12-24,", "24/12/2026,", 17, "no day")]
    [TestCase("2026-12-28/2027-01-02", "2027-01-02/2026-12-28", 17, "ends before it starts")]
    [TestCase("length_minutes: 20\n", "length_minutes: 1\n", 19, "from 5 to 240")]
    [TestCase("length_minutes: 20\n", "length_minutes: vingt\n", 19, "from 5 to 240")]
    [TestCase("length_minutes: 20\n", "length_minutes: 200\n", 21, "shorter than a slot")]
    [TestCase("days: mon-fri", "days: weekdays", 20, "no day")]
    [TestCase("days: mon-fri", "days: mon-sun", 21, "outside opening")]
    [TestCase("\"14:00-18:00\"]\n", "\"11:30-18:00\"]\n", 21, "overlap")]
    [TestCase("\"14:00-18:00\"]\n", "\"14:00-20:00\"]\n", 21, "outside opening")]
    [TestCase("horizon_days: 60", "horizon_days: 1000", 22, "from 1 to 365")]
    [TestCase("horizon_days: 60", "horizon: 60", 22, "unknown key horizon")]
    [TestCase("{ id: podologie,", "{ id: kine,", 25, "stands twice")]
    [TestCase("words: [pieds]", "words: [kine]", 25, "means podologie here and kine above")]
    [TestCase("{ id: kine, label", "{ id: kiné, label", 24, "without accents")]
    [TestCase("{ id: aubry, name", "{ id: blain, name", 28, "stands twice, first on line 27")]
    [TestCase(
        "specialty: kine, site: nord",
        "specialty: kinesi, site: nord",
        27,
        "does not list: kinesi"
    )]
    [TestCase(
        "specialty: kine, site: nord",
        "specialty: kine, site: est",
        27,
        "does not list: est"
    )]
    [TestCase("specialty: kine, site: nord", "specialty: kine", 27, "names no site")]
    [TestCase("specialty: kine, site: nord", "site: nord", 27, "specialty is missing")]
    [TestCase("mon: [\"09:00-12:00\"]", "mon: [\"09:00-09:10\"]", 33, "shorter than a slot")]
    [TestCase("mon: [\"09:00-12:00\"]", "sun: [\"09:00-12:00\"]", 33, "outside opening")]
    [TestCase("    length_minutes: 30\n", "    days: mon\n", 32, "leave one")]
    [TestCase("2027-02-01/2027-02-07", "février", 34, "absences")]
    [TestCase("days: tue-wed", "days: sat", 35, "none on these days")]
    [TestCase("days: tue-wed", "jours: mardi", 35, "unknown key jours")]
    [TestCase("id: seance, specialty", "id: bilan, specialty", 38, "stands twice")]
    [TestCase(
        "id: seance, specialty: kine",
        "id: seance, specialty: orl",
        38,
        "does not list: orl"
    )]
    [TestCase("words: []", "words: [bilan]", 38, "means seance here and bilan above")]
    [TestCase(", length_minutes: 60", "", 37, "no length_minutes")]
    [TestCase("length_minutes: 60", "length_minutes: 300", 37, "fits in no hours")]
    [TestCase("continuity_phone: \"02 61 91 20 15\"\n", "\n", 40, "need continuity_phone")]
    [TestCase("label: opération du pied, ", "", 40, "label is missing")]
    public void What_contradicts_is_refused_with_its_line(
        string written,
        string instead,
        int line,
        string what
    )
    {
        var at = Whole.IndexOf(written, StringComparison.Ordinal);
        Assert.That(at, Is.Not.Negative, "the case names nothing of the file");
        var yaml = string.Concat(Whole.AsSpan(0, at), instead, Whole.AsSpan(at + written.Length));

        var refusal = Assert.Throws<ClinicFileException>(() =>
            ClinicReader.Read(yaml, "tilleuls.yml")
        );

        var place = string.Create(CultureInfo.InvariantCulture, $"tilleuls.yml, line {line}: ");
        Assert.That(
            refusal!.Message.Split(Environment.NewLine),
            Has.Some.Contains(place).And.Some.Contains(what)
        );
    }

    [TestCase("name: a\nname: b", 2)]
    [TestCase("name: a\nphone: [", 3)]
    [TestCase("", 1)]
    [TestCase("- name", 1)]
    [TestCase("just words", 1)]
    public void What_is_no_list_of_keys_is_refused(string yaml, int line) =>
        Assert.That(
            () => ClinicReader.Read(yaml),
            Throws
                .TypeOf<ClinicFileException>()
                .With.Message.Contains(
                    string.Create(CultureInfo.InvariantCulture, $"clinic.yml, line {line}")
                )
        );

    [Test]
    public void All_that_is_wrong_is_said_at_once_in_the_order_of_the_file()
    {
        var refusal = Assert.Throws<ClinicFileException>(() =>
            ClinicReader.Read(
                Whole
                    .Replace("id: sud, name", "id: nord, name", StringComparison.Ordinal)
                    .Replace("horizon_days: 60", "horizon_days: 0", StringComparison.Ordinal)
                    .Replace("visits:", "visit:", StringComparison.Ordinal)
            )
        );

        Assert.That(
            refusal!
                .Message.Split(Environment.NewLine)
                .Select(line =>
                    line[line.IndexOf("line", StringComparison.Ordinal)..].Split(':')[0]
                ),
            Is.EqualTo(["line 1", "line 7", "line 11", "line 22", "line 31"]),
            refusal.Message
        );
    }

    [TestCase("visits: [1, 2]", "must be a single value")]
    [TestCase("closures: {a: b}", "must be a list of single values")]
    [TestCase("specialties: oups", "must be a list")]
    [TestCase("specialties: [oups]", "is not of the form")]
    [TestCase("slots: oups", "must hold keys of its own")]
    public void A_value_of_the_wrong_shape_is_refused(string line, string what) =>
        Assert.That(
            () => ClinicReader.Read("name: x\n" + line),
            Throws
                .TypeOf<ClinicFileException>()
                .With.Message.Contains($"line 2: ")
                .And.Message.Contains(what)
        );

    [Test]
    public void A_file_that_is_not_there_is_named() =>
        Assert.That(
            () => ClinicReader.ReadFile("/nowhere/clinique.yml"),
            Throws
                .TypeOf<ClinicFileException>()
                .With.Message.Contains("clinique.yml cannot be read")
        );

    [Test]
    public void The_page_that_explains_the_file_names_every_key_and_the_demonstration_uses_them()
    {
        var page = File.ReadAllText(Checkout.PathOf("deployment/clinic-file.md"));
        var keys = Whole
            .Split('\n')
            .SelectMany(line => line.Split(['{', ',']))
            .Select(part => part.Split(':')[0].Trim(' ', '-'))
            .Where(key => key.Length > 2 && key.All(c => char.IsAsciiLetterLower(c) || c == '_'))
            .Where(key => key is not ("mon" or "sat" or "thu"))
            .Distinct(StringComparer.Ordinal);

        Assert.That(keys, Is.Not.Empty);
        Assert.That(
            keys.Where(key => !page.Contains($"`{key}`", StringComparison.Ordinal)),
            Is.Empty
        );
    }
}
