using ChatbotSante.Redaction;
using Microsoft.Win32.SafeHandles;

namespace ChatbotSante.Bot.Commands;

/// <summary>The terminal of whoever typed a command. Nothing else in this program writes to it.</summary>
internal static class Terminal
{
    /// <summary>A line, which may show a person to whoever typed the command.</summary>
    public static Task LineAsync([IdentityData] string line) => Console.Out.WriteLineAsync(line);

    public static Task ErrorAsync(string line) => Console.Error.WriteLineAsync(line);

    /// <summary>Whether somebody looks at the error output, and not a file or a program.</summary>
    public static bool IsWatched => !Console.IsErrorRedirected;

    /// <summary>Writes over the line that was written so before.</summary>
    public static Task OverwriteAsync(string line) => Console.Error.WriteAsync($"\r{line}\e[K");

    public static Stream OpenInput() => Console.OpenStandardInput();

    /// <summary>The standard output, as bytes. On a pipe, writing throws once its reader has left: the console's own stream would not say so.</summary>
    public static Stream OpenOutput()
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.OpenStandardOutput();
        }

        var output = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, 0);
        return output.CanSeek ? Console.OpenStandardOutput() : output;
    }
}
