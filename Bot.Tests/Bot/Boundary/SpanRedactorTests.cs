using System.Diagnostics;
using ChatbotSante.Bot.Boundary.Telemetry;
using ChatbotSante.Redaction;
using ChatbotSante.Tests.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Boundary;

public sealed class SpanRedactorTests : IDisposable
{
    private readonly SpanRedactor _redactor = new(
        new OperatorRedactor(new FailClosedRedactor(Engines.Shared, TimeProvider.System))
    );

    private readonly Activity _span = new("turn");

    [SetUp]
    public void Start()
    {
        _span.SetIdFormat(ActivityIdFormat.W3C);
        _span.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        _span.Start();
    }

    public void Dispose()
    {
        _span.Dispose();
        _redactor.Dispose();
    }

    [Test]
    public void Attributes_that_are_not_listed_are_removed()
    {
        _span.SetTag("url.path", "/Verlier").SetTag("Verlier", 1).SetTag("db.statement", "Verlier");

        Assert.That(Exported(), Is.All.Not.Contains("Verlier"));
        Assert.That(_span.TagObjects, Is.Empty);
    }

    [Test]
    public void The_text_of_those_that_are_is_redacted()
    {
        _span
            .SetTag(SpanTags.Route, "/directline/conversations/Verlier")
            .SetTag("http.response.status_code", 200)
            .SetTag("error.type", "System.TimeoutException");

        Exported();

        Assert.That(
            _span.TagObjects,
            Is.EquivalentTo(
                new KeyValuePair<string, object?>[]
                {
                    new(SpanTags.Route, "/directline/conversations/[NOM]"),
                    new("http.response.status_code", 200),
                    new("error.type", "System.TimeoutException"),
                }
            )
        );
    }

    [Test]
    public void Name_status_and_state_are_redacted()
    {
        _span.DisplayName = "Verlier";
        _span.TraceStateString = "who=Verlier";
        _span.SetStatus(ActivityStatusCode.Error, "Verlier is not there");

        Assert.That(Exported(), Is.All.Not.Contains("Verlier"));
        Assert.That(_span.Recorded);
    }

    [Test]
    public void A_span_with_text_that_cannot_be_rewritten_is_not_exported([Values] bool isEvent)
    {
        if (isEvent)
        {
            _span.AddException(new InvalidOperationException("Verlier"));
        }
        else
        {
            _span.AddLink(
                new ActivityLink(
                    new ActivityContext(
                        ActivityTraceId.CreateRandom(),
                        ActivitySpanId.CreateRandom(),
                        ActivityTraceFlags.None,
                        "who=Verlier"
                    )
                )
            );
        }

        Exported();

        Assert.That(_span.Recorded, Is.False);
    }

    private List<string> Exported()
    {
        _span.Stop();
        _redactor.OnEnd(_span);
        return SpanRedactor.TextOf(_span);
    }
}
