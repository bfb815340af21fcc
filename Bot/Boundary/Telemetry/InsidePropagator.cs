using System.Diagnostics;

namespace ChatbotSante.Bot.Boundary.Telemetry;

/// <summary>
/// Carries the context of a trace between the nodes of a cluster, and over no HTTP: a patient's browser must not choose what our
/// traces are called or how they hang together, and nobody outside is told. Baggage and trace state are carried nowhere.
/// </summary>
internal sealed class InsidePropagator : DistributedContextPropagator
{
    private const string TraceParent = "traceparent";

    public override IReadOnlyCollection<string> Fields { get; } = [TraceParent];

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(
        object? carrier,
        PropagatorGetterCallback? getter
    ) => null;

    public override void ExtractTraceIdAndState(
        object? carrier,
        PropagatorGetterCallback? getter,
        out string? traceId,
        out string? traceState
    )
    {
        traceId = null;
        traceState = null;
        // Orleans has no carrier but the call itself; HTTP has its headers.
        if (carrier is not null || getter is null)
        {
            return;
        }

        getter(carrier, TraceParent, out var written, out _);
        if (ActivityContext.TryParse(written, traceState: null, out _))
        {
            traceId = written;
        }
    }

    public override void Inject(
        Activity? activity,
        object? carrier,
        PropagatorSetterCallback? setter
    )
    {
        if (carrier is null && activity is { IdFormat: ActivityIdFormat.W3C, Id: { } id })
        {
            setter?.Invoke(carrier, TraceParent, id);
        }
    }
}
