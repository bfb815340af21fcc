using System.Text.Json;
using System.Text.Json.Serialization;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>A reply as it is kept (sealed): its key, the wording chosen, what fills it. Rendering it again gives the same text.</summary>
public sealed record StoredReply
{
    /// <summary>Place in the conversation's stream.</summary>
    [JsonPropertyName("n")]
    public required long Sequence { get; init; }

    /// <summary>Key of the content.</summary>
    [JsonPropertyName("k")]
    public required string Key { get; init; }

    /// <summary>Index of the wording.</summary>
    [JsonPropertyName("v")]
    public int Variant { get; init; }

    /// <summary>Place of the message it answers; 0 for a proactive one.</summary>
    [JsonPropertyName("r")]
    public long ReplyTo { get; init; }

    /// <summary>When it was said, in ticks of UTC.</summary>
    [JsonPropertyName("t")]
    public long At { get; init; }

    /// <summary>What fills the blanks: a name that is read back may be among it.</summary>
    [JsonPropertyName("b")]
    [IdentityData]
    public Dictionary<string, string>? Values { get; init; }

    [JsonPropertyName("a")]
    public string[]? Actions { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
