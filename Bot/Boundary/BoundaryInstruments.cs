using System.Diagnostics.Metrics;
using ChatbotSante.Bot.Ports;

namespace ChatbotSante.Bot.Boundary;

/// <summary>What the boundary counts of its own decisions.</summary>
internal static class BoundaryInstruments
{
    private static readonly Meter Meter = new(TelemetrySource.Name);

    private static readonly Counter<long> Redactions = Meter.CreateCounter<long>(
        "chatbotsante.redactions",
        "{value}",
        "Values, messages, attributes and spans of which something was withheld."
    );

    /// <summary>Counts one redaction.</summary>
    /// <param name="kind">Of what: <c>value</c>, <c>state</c>, <c>attribute</c>, <c>span</c>.</param>
    public static void Withheld(string kind) =>
        Redactions.Add(1, new KeyValuePair<string, object?>("kind", kind));
}
