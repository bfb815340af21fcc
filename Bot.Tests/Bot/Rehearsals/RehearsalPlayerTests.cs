using ChatbotSante.Bot.Hosting;
using ChatbotSante.Bot.Rehearsals;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Rehearsals;

/// <summary>A rehearsal that goes wrong is told with its line, and what was found instead.</summary>
public sealed class RehearsalPlayerTests
{
    [TestCase("contient: piscine", "contient « piscine »")]
    [TestCase("une-de: [piscine, sauna]", "l'une de « piscine », « sauna »")]
    [TestCase("sans-mention: [Tours, piscine]", "sans mention de « Tours »")]
    [TestCase("boutons: [Oui]", "boutons « Oui » (visibles : aucun)")]
    [TestCase("reponses: 3", "3 réponse(s), et non 1")]
    [TestCase("en-moins-de: 0 ms", "en moins de 0 ms")]
    [TestCase("agenda: { 2026-11-26 09:30 girard: retenu }", "retenu, et non libre")]
    [TestCase("agenda: { 2026-11-26 09:30 nobody: libre }", "pas de praticien « nobody »")]
    [TestCase("rendez-vous: 1", "1 rendez-vous dans l'agenda, et non 0")]
    [TestCase("courriel: 1", "1 courriel(s), et non 0")]
    [TestCase("sms: { contient: code }", "SMS : contient « code »")]
    [TestCase("conserve: rien", "conserve aucun, et non « conversation »")]
    [TestCase("repete: oui", "répète")]
    public async Task What_does_not_hold_is_told_with_its_line(string expectation, string said)
    {
        var result = await PlayAsync(
            $"""
            titre: Une adresse
            tours:
              - ouvre: oui
              - patient: quelle est votre adresse ?
                {expectation}
              - patient: this turn is not played
            """
        );

        Assert.That(result.Failures.Select(failure => failure.Line), Is.EqualTo([5]));
        Assert.That(result.Failures[0].What, Does.Contain(said));
        Assert.That(result.Transcript, Has.None.Contains("not played"));
        Assert.That(result.Transcript, Has.Some.Contains("12 rue des Lilas"));
    }

    [TestCase("bouton: Piscine", "bouton « Piscine » (visibles : « Appeler le 15 »")]
    [TestCase("bouton: Appeler le 15", "ouvre tel:15 et n'écrit rien")]
    [TestCase("code-recu: oui", "un SMS avec un code")]
    [TestCase("horloge: 2026-11-22 09:00", "l'horloge ne recule pas")]
    [TestCase("ferme: oui\n  - revient: oui", "le chat n'est pas ouvert")]
    public async Task What_cannot_be_done_is_told(string action, string said)
    {
        var result = await PlayAsync(
            $"""
            titre: Un souffle
            tours:
              - patient: je suffoque
              - {action}
            """
        );

        Assert.That(result.Failures.Select(failure => failure.What), Has.One.Contains(said));
    }

    [Test]
    public async Task A_canary_that_was_left_behind_is_found()
    {
        var rehearsal = Read(
            """
            titre: Une adresse
            tours:
              - patient: quelle est votre adresse ?
            """
        );
        await using var server = await RehearsalServer.StartAsync(rehearsal, [], default);
        await File.WriteAllTextAsync(
            Path.Combine(server.DataFolder, "planted"),
            "QUELLE EST VOTRE ADRESSE ?"
        );

        var result = await RehearsalPlayer.PlayAsync(rehearsal, server, default);

        Assert.That(
            result.Failures.Select(failure => failure.What),
            Is.EqualTo([
                "A6, A8 : « quelle est votre adresse ? » se trouve dans Data:Folder/planted",
            ])
        );
    }

    [Test]
    public async Task The_code_written_is_that_of_the_last_SMS_to_the_number()
    {
        var rehearsal = Read(
            """
            titre: Un code reçu
            canaris: ["+33639981001"]
            tours:
              - code-recu: 06 39 98 10 01
                sms: { nombre: 3, contient: 333333, sans-mention: cardiologie }
              - code-recu: oui
            """
        );
        await using var server = await RehearsalServer.StartAsync(rehearsal, [], default);
        var outbox = Directory.CreateDirectory(Path.Combine(server.DataFolder, "outbox"));
        (string To, string Code)[] sent =
        [
            ("+33639981001", "111111"),
            ("+33639981001", "222222"),
            ("+33639981002", "333333"),
        ];
        foreach (var (to, code) in sent)
        {
            await File.WriteAllTextAsync(
                Path.Combine(outbox.FullName, $"{code}.code.sms.json"),
                $$"""{"to":"{{to}}","text":"Votre code : {{code}}. Valable 10 minutes."}"""
            );
        }

        var result = await RehearsalPlayer.PlayAsync(rehearsal, server, default);

        Assert.That(result.Failures, Is.Empty);
        Assert.That(
            result.Transcript.Where(line =>
                line.StartsWith("patient : ", StringComparison.Ordinal)
            ),
            Is.EqualTo([
                "patient : 222222",
                "patient : 333333",
                "patient : Je voudrais parler à quelqu'un",
            ])
        );
    }

    [Test]
    public async Task Two_people_have_each_a_conversation_of_their_own()
    {
        var result = await PlayAsync(
            """
            titre: Deux personnes
            tours:
              - personne: Anna
                patient: un rendez-vous en cardiologie
                contient: cardiologie
              - personne: Bruno
                patient: jeudi matin
                sans-mention: cardiologie
              - personne: Anna
                patient: jeudi matin
                contient: cardiologie
                conserve: conversation
            """
        );

        Assert.That(result.Failures, Is.Empty);
    }

    private static async Task<RehearsalResult> PlayAsync(string yaml)
    {
        var rehearsal = Read(yaml);
        await using var server = await RehearsalServer.StartAsync(rehearsal, [], default);
        return await RehearsalPlayer.PlayAsync(rehearsal, server, default);
    }

    private static Rehearsal Read(string yaml) => RehearsalReader.Read("essai.yml", yaml, "/");
}
