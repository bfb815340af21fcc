namespace ChatbotSante.Dialogs.Activities;

/// <summary>The activity types this bot reads or writes. Any other type is acknowledged and ignored.</summary>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string ConversationUpdate = "conversationUpdate";
    public const string Typing = "typing";
    public const string Event = "event";
    public const string EndOfConversation = "endOfConversation";
    public const string Trace = "trace";
}
