using System.Collections.Concurrent;
using System.Net;
using ChatbotSante.Tests.Bot.Channels;
using ChatbotSante.Tests.Bot.Channels.DirectLine;

namespace ChatbotSante.Tests.Bot.Scaling;

/// <summary>Many messages to one conversation, eight at a time; what was not accepted is sent again, as clients do.</summary>
internal static class Race
{
    /// <summary>Ids of the messages, as the conversation gave them.</summary>
    public static async Task<IReadOnlyCollection<string>> RunAsync(
        int messages,
        Func<int, DirectLineClient> through
    )
    {
        var ids = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, messages),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (i, _) =>
                await Bots.UntilAsync(
                    async () =>
                    {
                        using var response = await through(i)
                            .PostAsync(DirectLineClient.Message("merci", $"race-{i}"));
                        if (response.StatusCode != HttpStatusCode.OK)
                        {
                            return false;
                        }

                        ids.Add((await response.JsonAsync()).Id());

                        return true;
                    },
                    "a message is accepted"
                )
        );

        return ids;
    }
}
