namespace ChatbotSante.Benchmarks;

/// <summary>The command line, or what it points to, cannot be used; the message tells the user what to change.</summary>
internal sealed class UsageException(string message) : Exception(message);
