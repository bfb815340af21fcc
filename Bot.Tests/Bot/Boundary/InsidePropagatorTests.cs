using System.Diagnostics;
using ChatbotSante.Bot.Boundary.Telemetry;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Boundary;

public sealed class InsidePropagatorTests
{
    private const string Parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private readonly InsidePropagator _propagator = new();

    private readonly Dictionary<string, string> _headers = new(StringComparer.Ordinal)
    {
        ["traceparent"] = Parent,
        ["tracestate"] = "who=Verlier",
        ["baggage"] = "who=Verlier",
        ["Request-Id"] = "|Verlier.",
    };

    [Test]
    public void Nothing_is_taken_from_http()
    {
        _propagator.ExtractTraceIdAndState(_headers, Get, out var id, out var state);

        Assert.That((id, state), Is.EqualTo(((string?)null, (string?)null)));
        Assert.That(_propagator.ExtractBaggage(_headers, Get), Is.Null);
    }

    [Test]
    public void Between_nodes_only_the_parent_is_taken()
    {
        _propagator.ExtractTraceIdAndState(null, Get, out var id, out var state);

        Assert.That((id, state), Is.EqualTo((Parent, (string?)null)));
        Assert.That(_propagator.ExtractBaggage(null, Get), Is.Null);
    }

    [Test]
    public void A_parent_that_is_none_is_not_taken()
    {
        _headers["traceparent"] = "Verlier";

        _propagator.ExtractTraceIdAndState(null, Get, out var id, out _);

        Assert.That(id, Is.Null);
    }

    [TestCase(true, 0)]
    [TestCase(false, 1)]
    public void Http_is_told_nothing_and_nodes_the_parent(bool isHttp, int sent)
    {
        using var span = new Activity("turn");
        span.SetIdFormat(ActivityIdFormat.W3C).AddBaggage("who", "Verlier").Start();
        span.TraceStateString = "who=Verlier";
        var told = new List<string>();

        _propagator.Inject(span, isHttp ? told : null, (_, name, value) => told.Add(name + value));

        Assert.That(told, Has.Count.EqualTo(sent).And.All.EqualTo("traceparent" + span.Id));
    }

    private void Get(
        object? carrier,
        string name,
        out string? value,
        out IEnumerable<string>? values
    )
    {
        value = _headers.GetValueOrDefault(name);
        values = null;
    }
}
