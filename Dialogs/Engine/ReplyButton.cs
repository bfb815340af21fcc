namespace ChatbotSante.Dialogs.Engine;

/// <summary>A button: what it shows, what it says when pressed, or the link it opens.</summary>
public sealed record ReplyButton(string Title, string? Says, string? Link);
