using ChatbotSante.Bot.Rehearsals;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Rehearsals;

/// <summary>What staff write is read as they mean it, or refused with its line.</summary>
public sealed class RehearsalReaderTests
{
    [Test]
    public void A_rehearsal_is_read_as_it_is_written()
    {
        var rehearsal = Read(
            """
            titre: Une adresse
            scenario: S99
            debut: 2026-12-01 18:30
            canaris: [chemin des Mirabelles]
            tours:
              - patient: où êtes-vous ?
                contient: rue des Lilas
                agenda: { 2026-12-02 09:30 girard: libre, 2026-12-02 10:00: retenu }
              - attendre: 1 h 30
                conserve: rien
              - personne: Paul
                bouton: Horaires
            """
        );

        Assert.Multiple(() =>
        {
            Assert.That(rehearsal.Title, Is.EqualTo("Une adresse"));
            Assert.That(rehearsal.Scenario, Is.EqualTo("S99"));
            Assert.That(rehearsal.StartsAt, Is.EqualTo(new DateTime(2026, 12, 1, 18, 30, 0)));
            Assert.That(rehearsal.Canaries, Is.EqualTo(["chemin des Mirabelles"]));
            Assert.That(rehearsal.Turns.Select(turn => turn.Line), Is.EqualTo([6, 9, 11]));
            Assert.That(
                rehearsal.Turns.Select(turn => turn.Action),
                Is.EqualTo(
                    new RehearsalAction[]
                    {
                        new RehearsalAction.Say("où êtes-vous ?"),
                        new RehearsalAction.Wait(TimeSpan.FromMinutes(90)),
                        new RehearsalAction.Press("Horaires"),
                    }
                )
            );
            Assert.That(rehearsal.Turns[2].Person, Is.EqualTo("Paul"));
            Assert.That(
                rehearsal.Turns[0].Expectations.OfType<Expectation.Agenda>(),
                Is.EqualTo(
                    new Expectation.Agenda[]
                    {
                        new(8, new DateTime(2026, 12, 2, 9, 30, 0), "girard", SlotUse.Free),
                        new(8, new DateTime(2026, 12, 2, 10, 0, 0), null, SlotUse.Held),
                    }
                )
            );
        });
    }

    [TestCase("tours:\n  - patient: oui", 1, "« titre » manque", TestName = "no title")]
    [TestCase("titre: a\ntours: []", 1, "« tours » est vide", TestName = "no turn")]
    [TestCase(
        "titre: a\ntours:\n  - patient: oui\n    contien: a",
        4,
        "la clé « contien » n'existe pas",
        TestName = "a key misspelt"
    )]
    [TestCase(
        "titre: a\ntours:\n  - contient: a",
        3,
        "une chose qui arrive",
        TestName = "nothing happens"
    )]
    [TestCase(
        "titre: a\ntours:\n  - patient: a\n    bouton: b",
        3,
        "une seule",
        TestName = "two things happen"
    )]
    [TestCase(
        "titre: a\ntours:\n  - attendre: longtemps",
        3,
        "n'est pas une durée",
        TestName = "no duration"
    )]
    [TestCase(
        "titre: a\ndebut: demain\ntours:\n  - patient: a",
        2,
        "n'est pas une date",
        TestName = "no date"
    )]
    [TestCase(
        "titre: a\ntours:\n  - patient: a\n    agenda: { jeudi: libre }",
        4,
        "n'est pas un créneau",
        TestName = "no slot"
    )]
    [TestCase(
        "titre: a\ntours:\n  - patient: a\n    agenda: { 2026-12-02 09:30: pris }",
        4,
        "et non « pris »",
        TestName = "no such use of a slot"
    )]
    [TestCase(
        "titre: a\ntours:\n  - patient: a\n    sms: { combien: 1 }",
        4,
        "« combien »",
        TestName = "no such key of a message"
    )]
    [TestCase(
        "titre: a\ncanaris: [VIH]\ntours:\n  - patient: a",
        2,
        "trop court",
        TestName = "a canary too short"
    )]
    [TestCase(
        "titre: a\ntours:\n  - ferme: peut-être",
        3,
        "« oui » ou « non »",
        TestName = "neither yes nor no"
    )]
    [TestCase(
        "titre: a\ntours:\n  - patient: oui: bien sûr",
        3,
        "guillemets",
        TestName = "a colon in a text"
    )]
    public void What_is_not_known_is_refused_with_its_line(string yaml, int line, string said) =>
        Assert.That(
            () => Read(yaml),
            Throws
                .TypeOf<RehearsalFileException>()
                .With.Message.Contains($"essai.yml, ligne {line} : ")
                .And.Message.Contains(said)
        );

    [TestCase("500 ms", 0.5)]
    [TestCase("45 s", 45)]
    [TestCase("30min", 1800)]
    [TestCase("2 h", 7200)]
    [TestCase("1 h 05", 3900)]
    [TestCase("3 jours", 259_200)]
    [TestCase("1 jour", 86_400)]
    public void A_duration_is_read_as_people_write_it(string text, double seconds)
    {
        Assert.That(RehearsalTimes.TryReadDuration(text, out var duration));
        Assert.That(duration, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [Test]
    public void A_file_that_is_not_there_is_refused() =>
        Assert.That(
            () => RehearsalReader.ReadFile("/nowhere/essai.yml"),
            Throws.TypeOf<RehearsalFileException>()
        );

    private static Rehearsal Read(string yaml) => RehearsalReader.Read("essai.yml", yaml, "/");
}
