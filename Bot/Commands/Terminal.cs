using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Commands;

/// <summary>The terminal of whoever typed a command. Nothing else in this program writes to it.</summary>
internal static class Terminal
{
    /// <summary>A line, which may show a person to whoever typed the command.</summary>
    public static Task LineAsync([IdentityData] string line) => Console.Out.WriteLineAsync(line);

    public static Task ErrorAsync(string line) => Console.Error.WriteLineAsync(line);
}
