using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>One dialog of the stack, as it is stored.</summary>
public sealed record DialogFrame
{
    /// <summary>The dialog's stable name.</summary>
    public required string Id { get; init; }

    /// <summary>The version of the definition that wrote the state.</summary>
    public required int Version { get; init; }

    /// <summary>The dialog's own state.</summary>
    public required RawJson State { get; init; }

    /// <summary>The state as an object, once it was read or made in this process: what the bytes say, read once.</summary>
    [JsonIgnore]
    internal DialogState? Live { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
