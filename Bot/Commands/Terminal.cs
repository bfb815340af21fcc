using System.Diagnostics.CodeAnalysis;

namespace ChatbotSante.Bot.Commands;

/// <summary>The terminal of whoever typed a command. Nothing else in this program writes to it.</summary>
internal static class Terminal
{
    private const string Reason = "Commands speak to a terminal.";

    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = Reason)]
    public static Task LineAsync(string line) => Console.Out.WriteLineAsync(line);

    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = Reason)]
    public static Task ErrorAsync(string line) => Console.Error.WriteLineAsync(line);
}
