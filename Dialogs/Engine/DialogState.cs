using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>
/// What a dialog keeps between turns: identifiers, enumerations, dates and classified values, never free text (checked by a
/// test on every state). Fields of another version survive.
/// </summary>
public abstract record DialogState
{
    /// <summary>How many times running the open question got no usable answer.</summary>
    public int Misses { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
