using System.Globalization;
using ChatbotSante.Tests.Support;

namespace ChatbotSante.Tests.Bot.Channels;

/// <summary>How the tests start the bot: on a Monday morning of the demonstration clinic, with room for many conversations.</summary>
internal static class Bots
{
    /// <summary>Longest wait for anything that should happen at once.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    /// <summary>The clinic's clock, and limits that a test is not to meet.</summary>
    public static readonly string[] Rehearsal =
    [
        "--Clock:StartAt=2026-11-23T09:00:00+01:00",
        "--DirectLine:ConversationsPerMinute=10000",
        "--DirectLine:MessagesPerMinute=10000",
    ];

    /// <summary>What the patient of the tests says to book; she is invented.</summary>
    public static readonly string[] Booking =
    [
        "bonjour, je voudrais un rendez-vous en cardiologie jeudi matin",
        "le premier",
        "Martin Jeanne 12/03/1948 06 39 98 12 34",
        "oui",
    ];

    public static Task<BotProcess> StartAsync(TemporaryFolder folder, params string[] more) =>
        BotProcess.StartAsync(folder.PathOf("data"), [.. Rehearsal, .. more]);

    /// <summary>Looks at a condition until it holds.</summary>
    /// <exception cref="TimeoutException">It did not within the bound.</exception>
    public static async Task UntilAsync(
        Func<Task<bool>> condition,
        string what,
        TimeSpan? bound = null
    )
    {
        var limit = bound ?? Bound;
        using var deadline = new CancellationTokenSource(limit);
        while (!await condition())
        {
            if (deadline.IsCancellationRequested)
            {
                throw new TimeoutException(
                    string.Create(CultureInfo.InvariantCulture, $"Not within {limit}: {what}")
                );
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }
}
