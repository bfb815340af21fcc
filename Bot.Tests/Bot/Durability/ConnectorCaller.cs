using System.Net.Http.Json;
using System.Text.Json;

namespace ChatbotSante.Tests.Bot.Durability;

/// <summary>
/// Somebody who writes to <c>/api/messages</c> and does not give up: a message that got no answer, or only « réessayez », is sent
/// again under the same id until the bot has answered it.
/// </summary>
internal sealed class ConnectorCaller(
    HttpClient http,
    Uri messages,
    string conversation,
    TimeSpan patience
)
{
    private int _sent;

    /// <summary>How many times something was sent again.</summary>
    public int Retries { get; private set; }

    /// <summary>Says one thing; the texts of the replies.</summary>
    /// <exception cref="TimeoutException">The conversation is dead: no answer within the caller's patience.</exception>
    public async Task<IReadOnlyList<string>> SayAsync(string text)
    {
        var id = FormattableString.Invariant($"{conversation}-{_sent++}");
        using var bound = new CancellationTokenSource(patience);
        while (!bound.IsCancellationRequested)
        {
            if (await TryAsync(id, text, bound.Token) is { } replies)
            {
                return replies;
            }

            Retries++;
            await Task.Delay(20, CancellationToken.None);
        }

        throw new TimeoutException("A conversation got no answer any more.");
    }

    private async Task<IReadOnlyList<string>?> TryAsync(
        string id,
        string text,
        CancellationToken cancellationToken
    )
    {
        var activity = new
        {
            type = "message",
            id,
            channelId = "emulator",
            deliveryMode = "expectReplies",
            from = new { id = "caller", role = "user" },
            recipient = new { id = "bot", role = "bot" },
            conversation = new { id = conversation },
            text,
        };
        try
        {
            using var response = await http.PostAsJsonAsync(messages, activity, cancellationToken);
            response.EnsureSuccessStatusCode();
            var set = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            var replies = set.GetProperty("activities")
                .EnumerateArray()
                .Select(reply => reply.GetProperty("text").GetString()!)
                .ToArray();
            return Array.Exists(
                replies,
                reply => reply.Contains("Réessayez dans un instant", StringComparison.Ordinal)
            )
                ? null
                : replies;
        }
        catch (Exception cut)
            when (cut
                    is HttpRequestException
                        or IOException
                        or JsonException
                        or TaskCanceledException
            )
        {
            return null;
        }
    }
}
