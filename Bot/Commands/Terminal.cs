namespace ChatbotSante.Bot.Commands;

/// <summary>The terminal of whoever typed a command. Nothing else in this program writes to it.</summary>
internal static class Terminal
{
    public static Task LineAsync(string line) => Console.Out.WriteLineAsync(line);

    public static Task ErrorAsync(string line) => Console.Error.WriteLineAsync(line);
}
