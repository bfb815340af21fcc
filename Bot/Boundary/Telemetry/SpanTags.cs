using System.Collections.Frozen;

namespace ChatbotSante.Bot.Boundary.Telemetry;

/// <summary>
/// The attributes that leave with a span or a measure: those whose values the program makes. None holds an address, a path, a
/// query, a header, a client's name or an identifier of a patient; « http.route » is the template of a path.
/// </summary>
internal static class SpanTags
{
    /// <summary>The template of a path: <c>/v3/directline/conversations/{id}/activities</c>.</summary>
    public const string Route = "http.route";

    /// <summary>Names of attributes; those of ours begin with <c>chatbotsante.</c>, or stand alone on our own measures.</summary>
    public static readonly string[] All =
    [
        "channel",
        "chatbotsante.channel",
        "chatbotsante.conversation",
        "chatbotsante.outcome",
        "error.type",
        "gc.heap.generation",
        "http.request.method",
        "http.response.status_code",
        Route,
        "kind",
        "network.protocol.name",
        "network.protocol.version",
        "otel.status_code",
        "outcome",
        "reason",
        "rpc.method",
        "rpc.service",
        "rpc.system",
        "tls.protocol.version",
        "url.scheme",
        "zone",
    ];

    private static readonly FrozenSet<string> Names = All.ToFrozenSet(StringComparer.Ordinal);

    public static bool Has(string name) => Names.Contains(name);
}
