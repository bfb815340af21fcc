using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Care.Sheets;
using ChatbotSante.Dialogs.Conversations;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Pipeline;
using ChatbotSante.Redaction;
using ChatbotSante.Tests.Redaction;

namespace ChatbotSante.Tests.Dialogs;

/// <summary>
/// One patient before the whole pipeline, with the demonstration clinic, its content and an agenda in memory. Between two
/// turns the state exists only as its JSON, so that every conversation also tests what is stored.
/// </summary>
internal sealed class TestBot
{
    /// <summary>Said by a patient who copies the code received.</summary>
    public const string TheCode = "{code}";

    private const int MaxAttempts = 4;
    private readonly TurnPipeline _pipeline;
    private readonly ReplyRenderer _renderer;
    private readonly List<Said> _history = [];
    private long _sequence;

    public TestBot()
        : this(DemonstrationClinic.Clinic, DemonstrationClinic.Sheets) { }

    /// <summary>The same, with other sheets.</summary>
    public TestBot(SheetCatalog sheets)
        : this(DemonstrationClinic.Clinic, sheets) { }

    /// <summary>The same, in another clinic.</summary>
    public TestBot(Clinic clinic)
        : this(clinic, DemonstrationClinic.Sheets) { }

    private TestBot(Clinic clinic, SheetCatalog sheets, MissedSentenceReader? missed = null)
    {
        _renderer = new ReplyRenderer(DemonstrationClinic.Replies, clinic);
        Agenda = new FakeAgenda(clinic);
        Identities = new FakeIdentityDesk(Agenda);
        Dialogs = TurnPipelineFactory.Dialogs(
            Agenda,
            Identities,
            clinic,
            sheets,
            countsMissed: missed is not null
        );
        _pipeline = TurnPipelineFactory.Create(
            Engines.Shared,
            Engines.Fingerprints,
            new SimpleUnderstander(
                new ClinicVocabulary(clinic, DemonstrationClinic.Specialties),
                DemonstrationClinic.Intents,
                DemonstrationClinic.Reader,
                DemonstrationClinic.Acts
            ),
            DemonstrationClinic.Emergencies,
            Dialogs,
            clinic,
            missed
        );
    }

    /// <summary>The same, where the clinic counts the sentences that are not understood.</summary>
    public static TestBot CountingMissed() =>
        new(
            DemonstrationClinic.Clinic,
            DemonstrationClinic.Sheets,
            new MissedSentenceReader(
                Engines.Shared,
                DemonstrationClinic.Emergencies,
                Engines.Fingerprints
            )
        );

    public FakeAgenda Agenda { get; }

    public FakeIdentityDesk Identities { get; }

    public DialogCatalog Dialogs { get; }

    /// <summary>The code that was last sent to a telephone, or « 000000 » when none was.</summary>
    public string Code => Identities.LastCode;

    /// <summary>The clinic's time.</summary>
    public DateTimeOffset Now { get; set; } = DemonstrationClinic.MondayMorning;

    /// <summary>What is kept between turns.</summary>
    public string Json { get; set; } = Write(new ConversationState());

    public ConversationState State =>
        JsonSerializer.Deserialize(Json, EngineJson.Default.ConversationState)!;

    /// <summary>Every reply so far.</summary>
    public IReadOnlyList<Said> History => _history;

    /// <summary>The last turn's answer must come at a fixed time.</summary>
    public bool AtFixedTime { get; private set; }

    /// <summary>The commands of the last turn.</summary>
    public IReadOnlyList<TurnCommand> Commands { get; private set; } = [];

    /// <summary>The stack's dialogs, the open one last.</summary>
    public IEnumerable<string> Open => State.Stack.Select(frame => frame.Id);

    /// <summary>The state of the open dialog, as its own JSON.</summary>
    public JsonElement Top => JsonDocument.Parse(State.Stack[^1].State.Utf8).RootElement.Clone();

    public static string Write(ConversationState state) =>
        JsonSerializer.Serialize(state, EngineJson.Default.ConversationState);

    /// <summary>Says something; the replies, in order.</summary>
    public Task<IReadOnlyList<Said>> SayAsync(string text, string? role = "user") =>
        ReceiveAsync(
            new Activity
            {
                Type = ActivityTypes.Message,
                From = new ChannelAccount { Id = "patient", Role = role },
                Recipient = new ChannelAccount { Id = "bot" },
                Text = new PatientText(text.Replace(TheCode, Code, StringComparison.Ordinal)),
            }
        );

    /// <summary>Says several things, one after the other; the replies to the last.</summary>
    public async Task<IReadOnlyList<Said>> SayAllAsync(params IEnumerable<string> texts)
    {
        IReadOnlyList<Said> replies = [];
        foreach (var text in texts)
        {
            replies = await SayAsync(text);
        }

        return replies;
    }

    /// <summary>A person, or the bot itself, joins.</summary>
    public Task<IReadOnlyList<Said>> JoinAsync(string id = "patient") =>
        ReceiveAsync(
            new Activity
            {
                Type = ActivityTypes.ConversationUpdate,
                From = new ChannelAccount { Id = "patient" },
                Recipient = new ChannelAccount { Id = "bot" },
                MembersAdded = [new ChannelAccount { Id = id }],
            }
        );

    public async Task<IReadOnlyList<Said>> ReceiveAsync(Activity activity)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var turn = new TurnContext(activity, State, Now);
            await _pipeline.RunAsync(turn, CancellationToken.None);
            if (Agenda.TryApply(turn.Commands))
            {
                Commands = turn.Commands;
                AtFixedTime = turn.AtFixedTime;
                return Remember(turn);
            }
        }

        throw new InvalidOperationException("A turn was refused too often.");
    }

    private Said[] Remember(TurnContext turn)
    {
        var stored = turn.State.Replies;
        var said = new List<Said>();
        var heardAt = ++_sequence;
        foreach (var reply in turn.Replies)
        {
            var kept = Keep(reply, stored, heardAt);
            stored = stored.Add(kept);
            said.Add(Render(kept));
        }

        var excess = Math.Max(0, stored.Length - ConversationState.MaxReplies);
        Json = Write(
            turn.State with
            {
                Sequence = _sequence,
                Replies = stored.RemoveRange(0, excess),
            }
        );
        _history.AddRange(said);
        return [.. said];
    }

    private StoredReply Keep(Reply reply, ImmutableArray<StoredReply> stored, long replyTo)
    {
        var last = stored.LastOrDefault(earlier => earlier.Key == reply.Key)?.Variant;
        return new StoredReply
        {
            Sequence = ++_sequence,
            Key = reply.Key,
            Variant = _renderer.VariantOf(reply, last),
            ReplyTo = replyTo,
            At = Now.UtcTicks,
            Values =
                reply.Values.Count == 0 ? null : reply.Values.ToDictionary(StringComparer.Ordinal),
            Actions = reply.Actions.Length == 0 ? null : [.. reply.Actions],
        };
    }

    private Said Render(StoredReply reply)
    {
        var buttons = _renderer.Actions(reply)?.Actions.Select(action => action.Title) ?? [];
        return new Said(reply.Key, _renderer.Text(reply), [.. buttons]);
    }
}
