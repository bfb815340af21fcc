using System.Diagnostics;
using System.Diagnostics.Metrics;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Activities;
using Span = System.Diagnostics.Activity;

namespace ChatbotSante.Bot.Scaling;

/// <summary>One span and one count for each turn: by which channel, how it ended, how long it took.</summary>
internal sealed class TurnInstruments : IDisposable
{
    /// <summary>The conversation gave its replies.</summary>
    public const string Answered = "answered";

    /// <summary>The channel answered alone.</summary>
    public const string AnsweredAlone = "answered-alone";

    /// <summary>The client had gone.</summary>
    public const string Cancelled = "cancelled";

    private static readonly ActivitySource Source = new(TelemetrySource.Name);
    private static readonly Meter Meter = new(TelemetrySource.Name);

    private static readonly Histogram<double> Turns = Meter.CreateHistogram<double>(
        "chatbotsante.turn.duration",
        "s",
        "Turns, by channel and outcome."
    );

    private readonly Span? _span;
    private readonly string _channel;
    private readonly long _began = Stopwatch.GetTimestamp();

    private TurnInstruments(Span? span, string channel)
    {
        _span = span;
        _channel = channel;
    }

    /// <summary>How the turn ended.</summary>
    public string Outcome { get; set; } = Cancelled;

    public static TurnInstruments Begin(InboundActivity inbound)
    {
        var channel = ChannelOf(inbound.Reference.ChannelId);
        var span = Source.StartActivity("turn");
        span?.SetTag("chatbotsante.channel", channel);
        span?.SetTag("chatbotsante.conversation", inbound.Key);
        return new TurnInstruments(span, channel);
    }

    public void Dispose()
    {
        _span?.SetTag("chatbotsante.outcome", Outcome);
        _span?.Dispose();
        Turns.Record(
            Stopwatch.GetElapsedTime(_began).TotalSeconds,
            new KeyValuePair<string, object?>("channel", _channel),
            new KeyValuePair<string, object?>("outcome", Outcome)
        );
    }

    /// <summary>A channel's name as we know it: what a client calls its own may be anything.</summary>
    private static string ChannelOf(string channelId) =>
        channelId == ChannelIds.DirectLine ? ChannelIds.DirectLine : "connector";
}
