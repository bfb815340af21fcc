using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ChatbotSante.Dialogs.Conversations;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs;

/// <summary>
/// States as earlier builds wrote them. A file here is never changed: a new shape gets a new file beside it, and every one of
/// them must load for ever.
/// </summary>
public sealed class GoldenStateTests
{
    private static readonly Dictionary<string, JsonTypeInfo> Types = new(StringComparer.Ordinal)
    {
        ["ConversationState"] = EngineJson.Default.ConversationState,
        ["BookAppointmentState"] = DialogJson.Default.BookAppointmentState,
        ["CallBackState"] = DialogJson.Default.CallBackState,
        ["EmergencyState"] = DialogJson.Default.EmergencyState,
        ["ChildState"] = DialogJson.Default.ChildState,
        ["AnswerState"] = DialogJson.Default.AnswerState,
        ["VerifyIdentityState"] = DialogJson.Default.VerifyIdentityState,
        ["ViewAppointmentsState"] = DialogJson.Default.ViewAppointmentsState,
        ["CancelAppointmentState"] = DialogJson.Default.CancelAppointmentState,
        ["MoveAppointmentState"] = DialogJson.Default.MoveAppointmentState,
    };

    private static IEnumerable<string> Files =>
        Directory
            .EnumerateFiles(Checkout.PathOf("Bot.Tests/Dialogs/Golden"), "*.json")
            .Select(file => Path.GetFileName(file));

    [TestCaseSource(nameof(Files))]
    public void A_golden_state_loads_and_is_saved_again_equal(string file)
    {
        var golden = File.ReadAllText(Checkout.PathOf($"Bot.Tests/Dialogs/Golden/{file}"));
        var type = Types[file.Split('.')[0]];

        var loaded = JsonSerializer.Deserialize(golden, type);
        var saved = JsonSerializer.SerializeToNode(loaded, type);

        Assert.That(loaded, Is.Not.Null);
        Assert.That(JsonNode.DeepEquals(saved, JsonNode.Parse(golden)), $"{saved}");
        Assert.That(
            UnknownOf(loaded!),
            Is.Null.Or.Empty,
            "a field of this version is not known any more"
        );
    }

    [Test]
    public void Every_stored_type_has_a_golden_state_of_its_first_version()
    {
        var states = typeof(DialogState)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DialogState)))
            .Select(type => type.Name);

        Assert.That(Types.Keys, Is.SupersetOf(states));
        Assert.That(Files, Is.SupersetOf(Types.Keys.Select(name => $"{name}.v1.json")));
    }

    [Test]
    public async Task A_conversation_of_the_first_version_goes_on()
    {
        var bot = new TestBot
        {
            Json = await File.ReadAllTextAsync(
                Checkout.PathOf("Bot.Tests/Dialogs/Golden/ConversationState.v1.json")
            ),
        };

        Assert.That(
            await bot.SayAsync("vous êtes où ?"),
            Replies.Are("info.acces", "reservation.creneau-perdu")
        );
        Assert.That(await bot.SayAllAsync("le premier", "oui"), Replies.Are("reservation.faite"));
    }

    private static Dictionary<string, JsonElement>? UnknownOf(object loaded) =>
        loaded switch
        {
            DialogState state => state.Unknown,
            ConversationState state => state.Unknown,
            _ => throw new InvalidOperationException("A stored type that this test does not know."),
        };
}
