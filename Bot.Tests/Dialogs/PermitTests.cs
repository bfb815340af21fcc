using System.Text.RegularExpressions;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Redaction;
using CsCheck;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs;

/// <summary>The question is the permit: what nobody asked for is in no state, whatever was written and wherever.</summary>
public sealed partial class PermitTests
{
    /// <summary>How far a conversation went before the canaries: each ends with another question open, or none.</summary>
    private static readonly string[][] Beginnings =
    [
        [],
        ["bonjour"],
        ["je voudrais un rendez-vous"],
        ["je voudrais un rendez-vous", "en cardiologie"],
        ["un rdv en cardiologie jeudi matin"],
        ["un rdv en cardiologie jeudi matin", "le premier"],
        ["un rdv en cardiologie pour ma mère jeudi matin", "le premier"],
        ["un rdv en cardiologie jeudi matin", "le premier", "Durand Alice"],
        ["un rdv en cardiologie jeudi matin", "le premier", "Durand Alice 01/02/1950"],
        ["un rdv en cardiologie jeudi matin", "le premier", "Durand Alice 01/02/1950 0261910001"],
        ["un rdv chez le dentiste"],
        ["un rdv en cardiologie le plus tôt possible", "plus tôt", "la liste d'attente"],
        ["humain"],
        ["quand est mon rdv ?"],
        ["quand est mon rdv ?", "Durand Alice"],
        ["je veux annuler mon rendez-vous", "Durand Alice 01/02/1950 0261910001"],
        ["un rdv en cardiologie jeudi matin", "humain"],
        ["j'étouffe"],
        ["j'ai eu un infarctus en 2015"],
        ["un rdv en cardiologie jeudi matin", "j'étouffe"],
        ["blorg", "blorg"],
    ];

    private static readonly string[] Frames =
    [
        "{0}",
        "bonjour, {0}",
        "{0} merci",
        "c'est pour un rendez-vous, {0}",
        "{0}, vous êtes ouverts samedi ?",
        "oui {0}",
        "non, {0}",
        "je voudrais parler à quelqu'un : {0}",
        "{0} est-ce que c'est possible ?",
        "euh {0} voilà",
    ];

    private static readonly Gen<(
        string[] Beginning,
        (string Frame, Canary[] Canaries)[] Turns
    )> Talks = Gen.Select(
        Gen.Int[0, Beginnings.Length - 1].Select(i => Beginnings[i]),
        Gen.Select(
            Gen.Int[0, Frames.Length - 1].Select(i => Frames[i]),
            Canaries.Any.Array[1, 3]
        ).Array[1, 4]
    );

    [Test]
    public void No_state_holds_what_the_open_form_did_not_ask_for() =>
        Check.Sample(
            Talks,
            talk =>
            {
                var bot = new TestBot();
                bot.SayAllAsync(talk.Beginning).GetAwaiter().GetResult();
                var allowed = CategorySet.None;
                foreach (var (frame, canaries) in talk.Turns)
                {
                    var message = string.Format(
                        null,
                        frame,
                        string.Join(", ", canaries.Select(canary => canary.Said))
                    );
                    allowed = allowed.Union(PermitOf(bot));
                    bot.SayAsync(message).GetAwaiter().GetResult();
                    allowed = allowed.Union(PermitOf(bot));
                    var json = Readable(bot.Json);
                    foreach (
                        var canary in canaries.Where(canary => !allowed.Contains(canary.Category))
                    )
                    {
                        Assert.That(
                            !canary.IsIn(json),
                            $"{canary.Category} of « {message} » after {string.Join(" / ", talk.Beginning)}: {json}"
                        );
                    }

                    // The name asked for, and nothing else, is an answer.
                    var isAnswer = canaries is [var only] && allowed.Contains(only.Category);
                    Assert.That(
                        isAnswer || !json.Contains(message, StringComparison.OrdinalIgnoreCase),
                        message
                    );
                }
            },
            iter: 3000
        );

    [Test]
    public void What_is_asked_for_is_kept() =>
        Check.Sample(
            Canaries.Identity,
            canary =>
            {
                var bot = new TestBot();
                bot.SayAllAsync("un rdv en cardiologie jeudi matin", "le premier", canary.Said)
                    .GetAwaiter()
                    .GetResult();

                Assert.That(
                    canary.IsIn(Readable(bot.Json)),
                    $"{canary.Category}: « {canary.Said} » was not kept: {bot.Json}"
                );
            },
            iter: 2000
        );

    /// <summary>But one: a booking asks for the visit reason, of a closed list, and keeps its identifier.</summary>
    [Test]
    public void No_permit_of_a_dialog_names_health_or_a_social_security_number()
    {
        foreach (var dialog in new TestBot().Dialogs.Dialogs)
        {
            var reason =
                dialog.Id == "agenda.reserver"
                    ? CategorySet.Of(DataCategory.Procedure)
                    : CategorySet.None;

            Assert.That(
                dialog.Permit.Except(reason).Overlaps(CategorySet.Health.With(DataCategory.Nir)),
                Is.False,
                dialog.Id
            );
        }
    }

    /// <summary>What every open form may ask for: nothing else may have been kept.</summary>
    private static CategorySet PermitOf(TestBot bot) =>
        bot.State.Stack.Aggregate(
            CategorySet.None,
            (permit, frame) => permit.Union(Permit(bot, frame))
        );

    private static CategorySet Permit(TestBot bot, DialogFrame frame) =>
        bot.Dialogs.Find(frame.Id)!.Permit;

    /// <summary>The state with its escapes undone and without its times of day, whose digits are nobody's.</summary>
    private static string Readable(string json) =>
        Ticks().Replace(Regex.Unescape(json), string.Empty);

    [GeneratedRegex("\"t\":[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ticks();
}
