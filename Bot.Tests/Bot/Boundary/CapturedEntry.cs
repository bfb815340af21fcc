using Microsoft.Extensions.Logging;

namespace ChatbotSante.Tests.Bot.Boundary;

/// <summary>One log call as a provider saw it.</summary>
internal sealed record CapturedEntry(
    string Category,
    EventId EventId,
    string Message,
    IReadOnlyDictionary<string, object?> Values,
    Exception? Exception,
    IReadOnlyList<string> Scopes
)
{
    /// <summary>All of it as text.</summary>
    public string Text =>
        string.Join(
            '\n',
            [
                Category,
                EventId.Name,
                Message,
                .. Values.Select(value => $"{value.Key}={value.Value}"),
                Exception?.ToString(),
                Exception?.Message,
                Exception?.StackTrace,
                .. Scopes,
            ]
        );
}
