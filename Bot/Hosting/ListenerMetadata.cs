namespace ChatbotSante.Bot.Hosting;

/// <summary>Which listener serves an endpoint.</summary>
internal sealed record ListenerMetadata(Listener Listener);
