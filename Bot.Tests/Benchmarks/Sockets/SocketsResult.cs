using System.Globalization;
using ChatbotSante.Benchmarks.Compare;

namespace ChatbotSante.Benchmarks.Sockets;

/// <summary>What the sockets cost, and the report.</summary>
internal sealed record SocketsResult(
    int Sockets,
    long ResidentBefore,
    long ResidentAfter,
    TimeSpan Opening,
    TalkResult Talk,
    int Speakers
)
{
    public string ToMarkdown(MachineFacts machine, string version) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            # Open Direct Line sockets

            Written by `Benchmarks sockets` on {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC; do not edit.

            - Machine: {machine.Cores} cores ({machine.Processor}), Linux {machine.Kernel}; server and load program share the cores.
            - ChatbotSante {version}, .NET {Environment.Version}, the demonstration clinic, rate limits raised.
            - {Sockets:N0} conversations, each opened by a token and a WebSocket, greeted, and held open. Then {Speakers} patients at
              a time ask for the opening hours, each time on a socket drawn at random; what is timed is from the post to the reply on
              the socket. The conversations are in memory when their memory is measured: a socket's share holds its conversation.

            | what | figure |
            | --- | ---: |
            | memory before, 100 conversations done, MB | {ResidentBefore / 1e6:F0} |
            | memory with the sockets open, MB | {ResidentAfter / 1e6:F0} |
            | memory per socket and its conversation, KB | {(ResidentAfter - ResidentBefore)
                / 1e3
                / Sockets:F1} |
            | opening them all, s | {Opening.TotalSeconds:F1} |
            | replies timed | {Talk.Arrival.Count:N0} |
            | replies that did not arrive | {Talk.Lost} |
            | arrival of a reply, p50 ms | {Talk.Arrival.Percentile(0.5).TotalMilliseconds:F1} |
            | arrival of a reply, p95 ms | {Talk.Arrival.Percentile(0.95).TotalMilliseconds:F1} |
            | arrival of a reply, p99 ms | {Talk.Arrival.Percentile(0.99).TotalMilliseconds:F1} |
            | arrival of a reply, max ms | {Talk.Arrival.Max.TotalMilliseconds:F1} |

            """
        );
}
