namespace ChatbotSante.Dialogs.Activities;

/// <summary>Who takes part in a conversation. The display name a channel sends is not read: nothing here asks for it.</summary>
public sealed record ChannelAccount
{
    /// <summary>The channel's identifier of the account.</summary>
    public string? Id { get; init; }

    /// <summary><c>user</c>, <c>bot</c> or <c>skill</c>.</summary>
    public string? Role { get; init; }
}
