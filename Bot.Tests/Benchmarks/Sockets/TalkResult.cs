using ChatbotSante.Benchmarks.Load;

namespace ChatbotSante.Benchmarks.Sockets;

/// <summary>Replies that were waited for.</summary>
/// <param name="Arrival">From the moment a message is sent to the moment its reply is there, on the socket.</param>
/// <param name="Lost">Messages whose reply did not come.</param>
internal sealed record TalkResult(LatencyHistogram Arrival, int Lost);
