namespace ChatbotSante.Dialogs.Activities;

/// <summary>A button of a reply (<c>CardAction</c>): what it shows, and what it says when pressed.</summary>
public sealed record SuggestedAction
{
    /// <summary><c>imBack</c>, or <c>openUrl</c> for a telephone link.</summary>
    public required string Type { get; init; }
    public required string Title { get; init; }
    public required string Value { get; init; }
}
