using ChatbotSante.Tests.Bot.Channels;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Boundary;

/// <summary>What the runtime would print of a fault that nobody caught, the program tells masked.</summary>
public sealed class CrashTests
{
    [Test]
    public async Task A_fault_that_nobody_caught_ends_the_process_and_quotes_nobody()
    {
        using var folder = new TemporaryFolder("crash");

        await using var process = await BotProcess.RunAsync(
            folder.PathOf("data"),
            ["--urls=http://127.0.0.1:0", "--Connector:Url="],
            Bots.Bound,
            Failing("thread")
        );

        Assert.That(process.ExitCode, Is.EqualTo(70), process.OutputText);
        Assert.That(
            process.OutputText,
            Does.Contain("System.InvalidOperationException: [")
                .And.Contain("System.FormatException: [")
                .And.Contain("StartupHook")
        );
        AssertQuotesNobody(process.OutputBytes);
    }

    [Test]
    public async Task A_task_that_failed_unseen_is_told_and_quotes_nobody()
    {
        using var folder = new TemporaryFolder("crash");

        await using var process = await BotProcess.RunAsync(
            folder.PathOf("data"),
            ["--help"],
            Bots.Bound,
            Failing("task")
        );

        Assert.That(process.ExitCode, Is.Zero, process.OutputText);
        Assert.That(
            process.OutputText,
            Does.Contain("A task failed").And.Contain("System.InvalidOperationException: [")
        );
        AssertQuotesNobody(process.OutputBytes);
    }

    private static Dictionary<string, string?> Failing(string kind) =>
        new(StringComparer.Ordinal)
        {
            ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
            [StartupHook.Variable] = kind,
        };

    private static void AssertQuotesNobody(byte[] output) =>
        Assert.That(
            new ByteSweep("Verlier", "06 39 98 12 34", "vertiges").Find("output", output),
            Is.Empty
        );
}
