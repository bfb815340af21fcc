using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs;

/// <summary>What a clinic does not have is said at once, with what it has.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class AbsentSpecialtyTests
{
    private readonly TestBot _bot = new();

    [TestCase("je cherche un rendez-vous chez le pédiatre", "pédiatrie")]
    [TestCase("rdv neurologue svp", "neurologie")]
    [TestCase("un rendez-vous avec un rumatologue jeudi", "rhumatologie")]
    [TestCase("je voudrais voir la sage-femme, un rdv", "sage-femme")]
    public async Task It_is_said_not_to_be_there(string words, string label)
    {
        await _bot.SayAsync("bonjour");

        var said = await _bot.SayAsync(words);

        Assert.That(said, Replies.Are("reservation.pas-ici", "reservation.avec-qui"));
        Assert.That(said[0].Text, Does.Contain(label));
        Assert.That(
            await _bot.SayAsync("alors en cardiologie, vendredi"),
            Replies.Are("reservation.creneaux")
        );
    }

    [TestCase("un rendez-vous chez le dentiste jeudi")]
    [TestCase("un rdv avec un ophtalmologue jeudi")]
    [TestCase("rdv chez le radiologue jeudi")]
    public async Task The_clinic_s_own_are_its_own(string words)
    {
        await _bot.SayAsync("bonjour");

        Assert.That((await _bot.SayAsync(words))[0].Key, Is.Not.EqualTo("reservation.pas-ici"));
    }
}
