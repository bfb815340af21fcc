using System.Diagnostics;
using ChatbotSante.Bot.Boundary.Telemetry;
using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Boundary.Logs;

/// <summary>
/// Asks, before anybody is answered, whether a patient's words could be logged: sends an invented patient through the process's
/// own logger factory and its own span redactor, in every place where text can stand, and looks at what comes out.
/// </summary>
internal static class RedactionSelfTest
{
    /// <summary>Category of what it logs.</summary>
    public const string Category = "ChatbotSante.Bot.Boundary.Logs.RedactionSelfTest";

    private const string Name = "Zéphyrine Quillebœuf";
    private const string Phone = "06 39 98 12 34";
    private const string Complaint = "drépanocytose";

    /// <summary>How many log calls it makes: as many must reach the probe, or it would have proved nothing.</summary>
    private const int Calls = 5;

    private static readonly string[] Canaries =
    [
        "Zéphyrine",
        "Quilleb",
        "Phyrine",
        Phone,
        "39 98",
        "0639981234",
        Complaint,
        "drépano",
    ];

    /// <exception cref="RedactionMissingException">A word came out, or what redacts is not there.</exception>
    public static void Check(IServiceProvider services)
    {
        if (
            services.GetRequiredService<ILoggerFactory>() is not RedactingLoggerFactory factory
            || services.GetService<SpanRedactor>() is not { } spans
        )
        {
            throw new RedactionMissingException();
        }

        using var probe = new CanaryProbe();
        factory.AddProvider(probe);
        Log(factory.CreateLogger(Category));
        if (probe.Seen.Count != Calls || probe.Seen.Any(Leaks) || Traces(spans).Any(Leaks))
        {
            throw new RedactionMissingException();
        }
    }

    private static void Log(ILogger logger)
    {
        var said = Said();
        var fault = new InvalidOperationException(said, new FormatException(said));
        fault.Data["said"] = said;
        using var scope = logger.BeginScope(said);
        using var values = logger.BeginScope(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["said"] = said,
                [said] = Phone,
                ["patient"] = new { Name, Phone },
            }
        );
        logger.Log(LogLevel.Critical, default, said, fault, static (text, _) => text);
        logger.Log(
            LogLevel.Critical,
            new EventId(7003, said),
            new KeyValuePair<string, object?>[]
            {
                new("said", said),
                new(MessageTemplate.Key, $"Unsafe: {said}"),
            },
            exception: null,
            (_, _) => said
        );
        SelfTestLog.Classified(logger, Name, Complaint);
        SelfTestLog.Safe(logger, SafeText.Constant("constant"), fault);
        logger.Log(
            LogLevel.Critical,
            default,
            new KeyValuePair<string, object?>[] { new("words", Complaint), new("name", Name) },
            fault,
            static (state, _) => $"{state[0].Value} {state[1].Value}"
        );
    }

    /// <summary>What the span redactor lets out of a span that holds the canaries.</summary>
    private static List<string> Traces(SpanRedactor spans)
    {
        var said = Said();
        using var span = new Activity(nameof(RedactionSelfTest));
        span.SetIdFormat(ActivityIdFormat.W3C);
        span.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        span.Start();
        span.DisplayName = said;
        span.TraceStateString = said;
        span.SetStatus(ActivityStatusCode.Error, said);
        span.SetTag("said", said).SetTag(said, 1).SetTag(SpanTags.Route, said);
        span.Stop();
        spans.OnEnd(span);
        return span.Recorded ? SpanRedactor.TextOf(span) : [];
    }

    /// <summary>Put together at run time, as a patient's words are: a constant would be the program's own.</summary>
    private static string Said() =>
        string.Join(' ', ["Je m'appelle", Name, Phone, "j'ai une", Complaint]);

    private static bool Leaks(string text) =>
        Canaries.Any(canary => text.Contains(canary, StringComparison.OrdinalIgnoreCase));
}
