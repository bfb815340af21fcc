using System.Diagnostics.CodeAnalysis;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Redaction;
using ChatbotSante.Tests.Redaction;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Boundary;

/// <summary>What reaches a provider of logs, whoever logs and whoever added the provider.</summary>
[SuppressMessage(
    "Performance",
    "CA1848:Use the LoggerMessage delegates",
    Justification = "Libraries log in every way there is."
)]
public sealed class RedactedLoggingTests : IDisposable
{
    /// <summary>Put together at run time, as a patient's words are: a constant would be the program's own.</summary>
    private static readonly string Said = string.Join(
        ' ',
        ["Je m'appelle Gaston Verlier,", "06 39 98 12 34,", "j'ai des vertiges."]
    );

    private static readonly string[] Canaries =
    [
        "Gaston",
        "Verlier",
        "39 98",
        "0639981234",
        "vertige",
        "appelle",
    ];

    private readonly RedactedLogs _logs = new();

    public void Dispose() => _logs.Dispose();

    [Test]
    public void A_message_put_together_at_run_time_is_redacted()
    {
        Log($"Failed for {Said}");

        Assert.That(_logs.Captured.Last.Message, Does.Contain("[").And.Not.Contain("Verlier"));
        AssertNothingLeaks();
    }

    [Test]
    public void A_constant_message_passes_as_it_is()
    {
        _logs.Logger().LogWarning("La sauvegarde de Verlier a réussi");

        Assert.That(
            _logs.Captured.Last.Message,
            Is.EqualTo("La sauvegarde de Verlier a réussi"),
            "it is the program's own"
        );
    }

    [Test]
    public void What_is_operational_passes_and_numbers_stay_numbers()
    {
        var key = ConversationKey.Of(new byte[32], "directline", "Verlier");

        TestLog.Operational(_logs.Logger(), 3, key, "Zorglub");

        Assert.That(_logs.Captured.Last.Message, Is.EqualTo($"3 turns of {key} failed: Zorglub"));
        Assert.That(_logs.Captured.Last.Values["Count"], Is.EqualTo(3));
        Assert.That(_logs.Captured.Last.Values["Fault"], Is.EqualTo("Zorglub"));
    }

    [Test]
    public void A_classified_parameter_leaves_its_length()
    {
        TestLog.Classified(_logs.Logger(), "Gaston Verlier", "vertiges");

        Assert.That(_logs.Captured.Last.Message, Is.EqualTo("[REDACTED:14] has [REDACTED:8]"));
        AssertNothingLeaks();
    }

    [Test]
    public void A_parameter_without_a_class_is_redacted()
    {
        TestLog.Unclassified(_logs.Logger(), "Verlier", 12);

        Assert.That(_logs.Captured.Last.Message, Is.EqualTo("Said [REDACTED:7] and 12"));
        Assert.That(_logs.Captured.Last.Values["Words"], Is.EqualTo("[REDACTED:7]"));
        AssertNothingLeaks();
    }

    [Test]
    public void Safe_text_passes()
    {
        ITextRedactor redactor = new FailClosedRedactor(Engines.Shared, TimeProvider.System);

        TestLog.Safe(
            _logs.Logger(),
            redactor.Redact(new PatientText("rappelez le 06 39 98 12 34"))
        );

        Assert.That(
            _logs.Captured.Last.Message,
            Is.EqualTo("Nothing understood: rappelez le [TELEPHONE]")
        );
    }

    [Test]
    public void Values_of_any_kind_and_their_names_are_redacted()
    {
        var logger = _logs.Logger();
        logger.Log(
            LogLevel.Warning,
            new EventId(1, Said),
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [Said] = 1,
                ["object"] = new { Name = "Verlier" },
                ["throws"] = new Unprintable(),
                ["uri"] = new Uri("https://clinique.example/Verlier"),
                ["bytes"] = new[] { "Verlier" },
            },
            exception: null,
            (_, _) => Said
        );

        AssertNothingLeaks();
        Assert.That(
            _logs.Captured.Entries,
            Has.Count.EqualTo(1),
            "what cannot print does not break the call"
        );
    }

    [Test]
    public void A_formatter_is_not_trusted()
    {
        KeyValuePair<string, object?>[] state = [new("{OriginalFormat}", "Nothing")];

        _logs.Logger().Log(LogLevel.Warning, default, state, null, (_, _) => Said);

        Assert.That(_logs.Captured.Last.Message, Is.EqualTo("Nothing"));
        AssertNothingLeaks();
    }

    [Test]
    public void Scopes_are_redacted()
    {
        var logger = _logs.Logger();
        using (logger.BeginScope(Said))
        using (logger.BeginScope("In {Room} of {Floor}", "Verlier", 2))
        using (
            logger.BeginScope(
                new Dictionary<string, object?>(StringComparer.Ordinal) { [Said] = Said }
            )
        )
        {
            logger.LogWarning("Constant");
        }

        Assert.That(_logs.Captured.Last.Scopes, Has.Some.Contains("In [REDACTED:7] of 2"));
        AssertNothingLeaks();
    }

    [Test]
    public void An_exception_keeps_types_and_stack_and_loses_what_it_quotes()
    {
        _logs.Logger().LogError(Thrown(), "Constant");

        var fault = _logs.Captured.Last.Exception!;
        Assert.That(
            fault.ToString(),
            Does.Contain(
                    "System.Collections.Generic.KeyNotFoundException: The given key '[REDACTED:7]' was not present in the dictionary."
                )
                .And.Contain("System.FormatException")
                .And.Contain(nameof(Thrown))
        );
        Assert.That(fault.Data, Is.Empty);
        Assert.That(fault.InnerException?.Message, Does.StartWith("System.FormatException"));
        AssertNothingLeaks();
    }

    [Test]
    public void A_fault_of_ours_stays_readable()
    {
        var fault = new StoreUnavailableException(
            new AggregateException(Said, new FormatException(Said), new FormatException(Said))
        );

        _logs.Logger().LogError(fault, "Constant");

        Assert.That(
            _logs.Captured.Last.Exception!.ToString(),
            Does.Contain("STORE-001: The store cannot be reached.").And.Contain("2 errors.")
        );
        AssertNothingLeaks();
    }

    [Test]
    public void A_provider_that_is_added_later_is_wrapped_too()
    {
        var logger = _logs.Logger();
        using var late = new CapturingProvider();
        _logs.Factory.AddProvider(late);

        logger.Log(LogLevel.Warning, default, Said, Thrown(), static (said, _) => said);

        Assert.That(late.Entries, Has.Count.EqualTo(1));
        Assert.That(
            Canaries.Where(canary =>
                late.Last.Text.Contains(canary, StringComparison.OrdinalIgnoreCase)
            ),
            Is.Empty
        );
    }

    [TestCase("Capturing", "Quiet.Part", 0)]
    [TestCase("Capturing", "Other", 1)]
    [TestCase("Nobody", "Quiet.Part", 1)]
    [TestCase("ChatbotSante.Tests.Bot.Boundary.CapturingProvider", "Quiet.Part", 0)]
    public void Levels_set_for_a_provider_still_find_it(
        string provider,
        string category,
        int logged
    )
    {
        using var logs = new RedactedLogs(logging =>
            logging
                .AddFilter((name, of, level) => true)
                .Services.AddOptions<LoggerFilterOptions>()
                .Configure(options =>
                    options.Rules.Add(new LoggerFilterRule(provider, "Quiet", LogLevel.Error, null))
                )
        );

        logs.Logger(category).LogWarning("Constant");

        Assert.That(logs.Captured.Entries, Has.Count.EqualTo(logged));
    }

    [Test]
    public void A_text_beyond_what_is_read_is_withheld_whole()
    {
        Log(new string(' ', 5000) + Said);

        Assert.That(_logs.Captured.Last.Message, Does.Match(@"^\[REDACTED:5\d{3}\]$"));
    }

    [Test]
    public void The_names_that_the_server_gives_stay()
    {
        var logger = _logs.Logger();
        using (
            logger.BeginScope(
                new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["RequestId"] = "0HNABCDEF1234:00000001",
                    ["TraceId"] = "0af7651916cd43dd8448eb211c80319c",
                    ["SpanId"] = "0639981234",
                    ["RequestPath"] = "/Verlier",
                }
            )
        )
        {
            logger.LogWarning("Constant");
        }

        Assert.That(
            _logs.Captured.Last.Scopes[0],
            Does.Contain("0HNABCDEF1234:00000001").And.Contain("0af7651916cd43dd8448eb211c80319c")
        );
        AssertNothingLeaks();
    }

    private void Log(string message) =>
        _logs.Logger().Log(LogLevel.Warning, default, message, null, static (said, _) => said);

    private static KeyNotFoundException Thrown()
    {
        try
        {
            try
            {
                throw new FormatException(Said);
            }
            catch (FormatException inner)
            {
                throw new KeyNotFoundException(
                    "The given key 'Verlier' was not present in the dictionary.",
                    inner
                );
            }
        }
        catch (KeyNotFoundException fault)
        {
            fault.Data["said"] = Said;
            return fault;
        }
    }

    private void AssertNothingLeaks() =>
        Assert.That(
            _logs.Captured.Entries.SelectMany(entry =>
                Canaries.Where(canary =>
                    entry.Text.Contains(canary, StringComparison.OrdinalIgnoreCase)
                )
            ),
            Is.Empty,
            _logs.Captured.Entries is [.., var last] ? last.Text : string.Empty
        );
}
