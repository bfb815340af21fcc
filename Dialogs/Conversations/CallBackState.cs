using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>What is known of a call-back being asked for.</summary>
public sealed record CallBackState : DialogState
{
    /// <summary>The number was asked for: no is an answer to that.</summary>
    public bool Asked { get; init; }

    [IdentityData]
    public PhoneNumber? Phone { get; init; }
}
