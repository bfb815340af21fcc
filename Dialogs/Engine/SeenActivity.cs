using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>An activity already answered: the fingerprint of its id, and where it and its replies stand in the stream.</summary>
public sealed record SeenActivity
{
    /// <summary>First 128 bits of the keyed hash of the client's id, in hexadecimal.</summary>
    [JsonPropertyName("i")]
    public required string Fingerprint { get; init; }

    /// <summary>Place of the activity.</summary>
    [JsonPropertyName("n")]
    public required long Sequence { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
