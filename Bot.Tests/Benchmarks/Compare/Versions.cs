using System.Diagnostics;
using System.Text.Json;

namespace ChatbotSante.Benchmarks.Compare;

/// <summary>Versions of what was measured.</summary>
internal sealed record Versions(string Bot, string Runtime, string Node, string BotBuilder)
{
    public static Versions Read(CompareOptions options) =>
        new(
            BotOf(options.Bot),
            Environment.Version.ToString(),
            Ask("node", "--version"),
            Package(Path.Combine(options.Peer, "node_modules", "botbuilder", "package.json"))
        );

    /// <summary>The version that a build of the bot says it is.</summary>
    public static string BotOf(string executable) =>
        FileVersionInfo.GetVersionInfo(executable + ".dll").ProductVersion ?? "unknown";

    private static string Ask(string program, string argument)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, argument)
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        );
        return process?.StandardOutput.ReadToEnd().Trim() ?? "unknown";
    }

    private static string Package(string path)
    {
        using var package = JsonDocument.Parse(File.ReadAllText(path));
        return package.RootElement.GetProperty("version").GetString() ?? "unknown";
    }
}
