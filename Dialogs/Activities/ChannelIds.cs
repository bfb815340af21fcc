namespace ChatbotSante.Dialogs.Activities;

/// <summary>The channels this program hosts itself.</summary>
public static class ChannelIds
{
    /// <summary>The web chat: its pages read the conversation's stream.</summary>
    public const string DirectLine = "directline";
}
