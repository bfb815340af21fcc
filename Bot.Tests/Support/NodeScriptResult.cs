using System.Text.Json;

namespace ChatbotSante.Tests.Support;

/// <summary>How a script of <c>Bot.Tests/Clients</c> ended.</summary>
/// <param name="ExitCode">0 if all went as it should.</param>
/// <param name="Output">Its standard output: one JSON object a line.</param>
/// <param name="Everything">Both outputs, for a failure's message.</param>
internal sealed record NodeScriptResult(int ExitCode, string Output, string Everything)
{
    /// <summary>The lines of <see cref="Output"/>, parsed; each has an <c>event</c>.</summary>
    public IReadOnlyList<JsonElement> Events { get; } =
    [
        .. Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line)),
    ];
}
