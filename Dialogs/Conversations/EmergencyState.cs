using ChatbotSante.Dialogs.Engine;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>Which wording of the emergency message is shown: a code of a family, which names no disease.</summary>
public sealed record EmergencyState : DialogState
{
    public string? Family { get; init; }

    /// <summary>It is not clear that something happens now: the one question was asked.</summary>
    public bool Asking { get; init; }
}
