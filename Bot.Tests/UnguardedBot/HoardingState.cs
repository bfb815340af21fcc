using ChatbotSante.Dialogs.Engine;

namespace ChatbotSante.UnguardedBot;

/// <summary>Keeps who somebody is, which a call-back does not ask.</summary>
internal sealed record HoardingState : DialogState
{
    public string? Who { get; init; }
}
