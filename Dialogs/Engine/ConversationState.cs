using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>Everything a conversation keeps between turns. Stored sealed; every field has its entry in the data map.</summary>
public sealed record ConversationState
{
    /// <summary>How many answered activities are remembered, to answer a repeat with the same replies.</summary>
    public const int MaxSeen = 32;

    /// <summary>How many of the bot's replies are kept for a page that comes back.</summary>
    public const int MaxReplies = 40;

    /// <summary>Version of this shape.</summary>
    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;

    /// <summary>Last place used in the stream. Starts at the milliseconds of the clock, so that it is never used twice.</summary>
    public long Sequence { get; init; }

    /// <summary>Messages of the other party so far.</summary>
    public int Turns { get; init; }

    /// <summary>Messages so far whose sender says it is a bot.</summary>
    public int BotTurns { get; init; }

    /// <summary>The patient was told that an automatic assistant answers.</summary>
    public bool Disclosed { get; init; }

    /// <summary>Messages running of which nothing was understood.</summary>
    public int Misses { get; init; }

    /// <summary>Insulting messages so far.</summary>
    public int Insults { get; init; }

    /// <summary>Something was written outside this conversation: it would not be true that nothing was kept.</summary>
    public bool Recorded { get; init; }

    /// <summary>What a verified person may open in this conversation; null when nobody was verified.</summary>
    public AccessGrant? Access { get; init; }

    /// <summary>Who writes, as said to a dialog that has ended: asked once a conversation. Null until then.</summary>
    public DeclaredPerson? Declared { get; init; }

    /// <summary>Label of what the last message proposed with nothing open: yes does it, no does not. Null when nothing was.</summary>
    public string? Proposed { get; init; }

    /// <summary>
    /// The names heard, as keyed fingerprints and never as words, in base64: so that each is hidden in every later turn. Null until then.
    /// </summary>
    [IdentityData]
    public string? Heard { get; init; }

    /// <summary>
    /// Keyed fingerprints of the sentences of this conversation that were counted as not understood, separated by commas: said again,
    /// they do not count again. Null until then, and where the clinic counts none.
    /// </summary>
    public string? Counted { get; init; }

    public ConversationReference? Reference { get; init; }

    /// <summary>The dialog stack; the last one is open.</summary>
    public ImmutableArray<DialogFrame> Stack { get; init; } = [];

    public ImmutableArray<StoredReply> Replies { get; init; } = [];

    public ImmutableArray<SeenActivity> Seen { get; init; } = [];

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
