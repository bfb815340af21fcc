namespace ChatbotSante.Bot.Channels.DirectLine;

/// <summary>Whose token it is: one conversation, one user, both named by this program.</summary>
internal sealed record DirectLineSession(string ConversationId, string UserId);
