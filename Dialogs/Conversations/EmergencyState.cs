using System.Text.Json.Serialization;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>Which wording of the emergency message is shown: a code of a family, which names no disease.</summary>
public sealed record EmergencyState : DialogState
{
    public string? Family { get; init; }

    /// <summary>It is not clear that something happens now: the one question was asked.</summary>
    public bool Asking { get; init; }

    /// <summary>The question for information that came with what is unclear, answered once it is no emergency; null for none.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<Intent>))]
    public Intent? Waiting { get; init; }

    /// <summary>A message was left for the team.</summary>
    public bool Alerted { get; init; }
}
