using System.Text;
using System.Text.Json.Nodes;
using ChatbotSante.Dialogs.Engine;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs;

public sealed class StoredStateTests
{
    private readonly TestBot _bot = new();

    [Test]
    public async Task A_dialog_this_build_does_not_have_is_left_politely()
    {
        await _bot.JoinAsync();
        _bot.Json = TestBot.Write(_bot.State with { Stack = [Frame("dialogue.disparu", 1, "{}")] });

        var said = await _bot.SayAsync("jeudi matin");

        Assert.That(said[0].Key, Is.EqualTo("reprise.recommencer"));
        Assert.That(_bot.Open, Is.Empty);
    }

    [Test]
    public async Task A_state_of_a_newer_version_starts_again_politely()
    {
        await _bot.SayAsync("un rdv en cardiologie jeudi matin");
        _bot.Json = TestBot.Write(
            _bot.State with
            {
                Stack = [_bot.State.Stack[0] with { Version = 99 }],
            }
        );

        var said = await _bot.SayAsync("je voudrais un rendez-vous");

        Assert.That(said, Replies.Are("reprise.recommencer", "reservation.avec-qui"));
    }

    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("42")]
    [TestCase("""{"hold":"not an identifier"}""")]
    [TestCase("""{"offered":{}}""")]
    [TestCase("""{"name":[]}""")]
    [TestCase("""{"name":["Martin"]}""")]
    [TestCase("""{"name":["Martin",""]}""")]
    [TestCase("""{"name":["Martin","Jeanne","Marie"]}""")]
    [TestCase("""{"name":"Martin"}""")]
    [TestCase("""{"name":{"family":"Martin"}}""")]
    [TestCase("""{"birthDate":"12/03/1948"}""")]
    [TestCase("""{"birthDate":null}""")]
    [TestCase("""{"birthDate":12}""")]
    [TestCase("""{"phone":"0639981234"}""")]
    [TestCase("""{"phone":639981234}""")]
    public async Task A_state_that_does_not_read_starts_again_politely(string broken)
    {
        await _bot.SayAsync("un rdv en cardiologie jeudi matin");
        _bot.Json = TestBot.Write(
            _bot.State with
            {
                Stack = [Frame("agenda.reserver", 1, broken)],
            }
        );

        var said = await _bot.SayAsync("je voudrais un rendez-vous");

        var restarted = said.Select(reply => reply.Key)
            .SequenceEqual(["reprise.recommencer", "reservation.avec-qui"], StringComparer.Ordinal);
        var wentOn =
            broken.Contains("null}", StringComparison.Ordinal)
            && said[0].Key.StartsWith("reservation.", StringComparison.Ordinal);
        Assert.That(restarted || wentOn, string.Join(", ", said.Select(reply => reply.Key)));
    }

    [Test]
    public async Task What_lies_beneath_a_lost_dialog_goes_on()
    {
        await _bot.SayAsync("un rdv en cardiologie");
        _bot.Json = TestBot.Write(
            _bot.State with
            {
                Stack = _bot.State.Stack.Add(Frame("dialogue.disparu", 1, "{}")),
            }
        );

        Assert.That(
            await _bot.SayAsync("jeudi matin"),
            Replies.Are("reprise.recommencer", "reservation.creneaux")
        );
    }

    [Test]
    public async Task Fields_of_another_version_survive_turns()
    {
        await _bot.SayAsync("un rdv en cardiologie jeudi matin");
        var json = JsonNode.Parse(_bot.Json)!;
        json["future"] = "kept";
        json["stack"]![0]!["future"] = "kept";
        json["stack"]![0]!["state"]!["future"] = "kept";
        json["replies"]![0]!["future"] = "kept";
        _bot.Json = json.ToJsonString();

        await _bot.SayAllAsync("le premier", "vous êtes où ?", "Martin Jeanne");

        var after = JsonNode.Parse(_bot.Json)!;
        Assert.Multiple(() =>
        {
            Assert.That((string?)after["future"], Is.EqualTo("kept"));
            Assert.That((string?)after["stack"]![0]!["future"], Is.EqualTo("kept"));
            Assert.That((string?)after["stack"]![0]!["state"]!["future"], Is.EqualTo("kept"));
            Assert.That((string?)after["replies"]![0]!["future"], Is.EqualTo("kept"));
        });
    }

    private static DialogFrame Frame(string id, int version, string state) =>
        new()
        {
            Id = id,
            Version = version,
            State = new RawJson(Encoding.UTF8.GetBytes(state)),
        };
}
