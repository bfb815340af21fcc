using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>What is known of a call-back being asked for.</summary>
public sealed record CallBackState : DialogState
{
    [IdentityData]
    public PhoneNumber? Phone { get; init; }
}
