using ChatbotSante.Bot.Boundary.Logs;
using ChatbotSante.Bot.Boundary.Telemetry;
using ChatbotSante.Bot.Hosting;
using ChatbotSante.Redaction;
using ChatbotSante.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Moq;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Boundary;

public sealed class RedactionSelfTestTests
{
    [Test]
    public void What_is_redacted_may_start_and_nothing_of_the_test_is_logged()
    {
        using var logs = new RedactedLogs();

        RedactionSelfTest.Check(logs.Services);
        logs.Logger().Log(LogLevel.Warning, default, "Constant", null, static (text, _) => text);

        Assert.That(logs.Captured.Entries, Has.Count.EqualTo(1));
    }

    [Test]
    public void Another_logger_factory_refuses_the_start() =>
        AssertRefused(services => services.AddSingleton<ILoggerFactory, LoggerFactory>());

    [Test]
    public void Traces_without_their_redactor_refuse_the_start() =>
        AssertRefused(services => services.RemoveAll<SpanRedactor>());

    [Test]
    public void A_mask_that_lets_through_refuses_the_start() =>
        AssertRefused(services => services.AddSingleton(new LogMask(new Sieve())));

    [Test]
    public void A_span_redactor_that_lets_through_refuses_the_start() =>
        AssertRefused(services => services.AddSingleton(new SpanRedactor(new Sieve())));

    [Test]
    public void A_classifier_that_finds_nothing_may_start_for_words_are_listed()
    {
        using var logs = new RedactedLogs(services: services =>
            services.AddSingleton<ITextRedactor, Sieve>()
        );

        Assert.That(() => RedactionSelfTest.Check(logs.Services), Throws.Nothing);
    }

    [Test]
    public void Classified_parameters_that_are_not_redacted_refuse_the_start() =>
        AssertRefused(services =>
            services.AddSingleton(
                Mock.Of<Microsoft.Extensions.Compliance.Redaction.IRedactorProvider>(provider =>
                    provider.GetRedactor(
                        It.IsAny<Microsoft.Extensions.Compliance.Classification.DataClassificationSet>()
                    ) == Microsoft.Extensions.Compliance.Redaction.NullRedactor.Instance
                )
            )
        );

    [Test]
    public async Task The_whole_program_does_not_start_without()
    {
        using var folder = new TemporaryFolder("redaction");
        await Assert.ThrowsAsync<RedactionMissingException>(async () =>
        {
            await using var app = Server.Build(
                [
                    "--environment=Development",
                    "--Urls=http://127.0.0.1:0",
                    "--Connector:Url=",
                    $"--Data:Folder={folder.PathOf("data")}",
                ],
                logging => logging.Services.AddSingleton<ILoggerFactory, LoggerFactory>()
            );
            await Server.PrepareAsync(app);
        });
        Assert.That(
            File.Exists(Path.Combine(folder.PathOf("data"), "chatbotsante.db")),
            Is.False,
            "the installation's keys are read before redaction is tried, for it hides names under one; nothing else was begun"
        );
    }

    [Test]
    public void The_refusal_is_one_that_ends_the_start() =>
        Assert.That(Refusal.Is(new RedactionMissingException()));

    private static void AssertRefused(Action<IServiceCollection> tamper)
    {
        using var logs = new RedactedLogs(services: tamper);

        Assert.That(
            () => RedactionSelfTest.Check(logs.Services),
            Throws.TypeOf<RedactionMissingException>()
        );
    }

    /// <summary>What calls itself a redactor, and is none.</summary>
    private sealed class Sieve : ITextRedactor
    {
        public SafeText Redact(ReadOnlySpan<char> text) => new(text.ToString());
    }
}
