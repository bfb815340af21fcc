namespace ChatbotSante.Dialogs.Activities;

/// <summary>The conversation an activity belongs to, as the channel names it.</summary>
public sealed record ConversationAccount
{
    public string? Id { get; init; }
}
