namespace ChatbotSante.Bot.Hosting;

/// <summary>The clinic's clock after a move. What waits on it has caught up.</summary>
internal sealed record ClockMoved(DateTimeOffset Now);
