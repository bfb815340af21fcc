namespace ChatbotSante.Dialogs.Activities;

/// <summary>The buttons of a reply.</summary>
public sealed record SuggestedActions
{
    public required IReadOnlyList<SuggestedAction> Actions { get; init; }
}
