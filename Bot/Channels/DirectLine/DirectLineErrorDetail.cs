namespace ChatbotSante.Bot.Channels.DirectLine;

/// <summary>A code clients act on, and a sentence for developers. Neither repeats what was sent.</summary>
internal sealed record DirectLineErrorDetail(string Code, string Message);
