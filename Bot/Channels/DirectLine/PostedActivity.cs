namespace ChatbotSante.Bot.Channels.DirectLine;

/// <summary>The id an accepted activity has in the conversation.</summary>
internal sealed record PostedActivity(string Id);
