using System.Diagnostics;
using ChatbotSante.Benchmarks.Load;

namespace ChatbotSante.Benchmarks.Sockets;

/// <summary>Direct Line sockets that were opened, greeted, and are held open.</summary>
internal sealed class OpenSockets : IAsyncDisposable
{
    private const int Seed = 20261123;
    private readonly DirectLineSocket[] _sockets;

    private OpenSockets(DirectLineSocket[] sockets, TimeSpan opening) =>
        (_sockets, Opening) = (sockets, opening);

    /// <summary>How long it took to open them all.</summary>
    public TimeSpan Opening { get; }

    /// <summary>Opens sockets, some at a time; returns once each was greeted.</summary>
    public static async Task<OpenSockets> OpenAsync(HttpClient http, int count, int atOnce)
    {
        var watch = Stopwatch.StartNew();
        var sockets = new DirectLineSocket[count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = atOnce },
            async (i, token) => sockets[i] = await DirectLineSocket.OpenAsync(http, token)
        );
        return new OpenSockets(sockets, watch.Elapsed);
    }

    /// <summary>Says something on a socket drawn at random, again and again, and times the reply's way.</summary>
    /// <param name="replies">How many in all.</param>
    /// <param name="speakers">How many speak at once, each on sockets of its own.</param>
    public async Task<TalkResult> TalkAsync(int replies, int speakers)
    {
        var histograms = await Task.WhenAll(
            Enumerable.Range(0, speakers).Select(SpeakAsync).ToArray()
        );
        var all = new LatencyHistogram();
        var lost = 0;
        foreach (var (times, missing) in histograms)
        {
            times.ForEach(all.Add);
            lost += missing;
        }

        return new TalkResult(all, lost);

        async Task<(List<TimeSpan> Times, int Lost)> SpeakAsync(int speaker)
        {
            var random = new Random(Seed + speaker);
            var own = _sockets.Where((_, i) => i % speakers == speaker).ToArray();
            var times = new List<TimeSpan>(replies / speakers);
            var missing = 0;
            for (var n = 0; n < replies / speakers; n++)
            {
                if (await own[random.Next(own.Length)].AskAsync() is { } time)
                {
                    times.Add(time);
                }
                else
                {
                    missing++;
                }
            }

            return (times, missing);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var socket in _sockets)
        {
            await socket.DisposeAsync();
        }
    }
}
