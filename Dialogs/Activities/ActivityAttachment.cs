namespace ChatbotSante.Dialogs.Activities;

/// <summary>That something was attached. Neither its name nor its content is read.</summary>
public sealed record ActivityAttachment
{
    public string? ContentType { get; init; }
}
