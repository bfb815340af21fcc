using System.Globalization;
using NUnit.Framework;

namespace ChatbotSante.Tests.Support;

public sealed class ChildProcessTests
{
    [Test]
    public async Task Both_outputs_and_the_code_are_kept()
    {
        await using var process = await ShellAsync("printf out; printf err >&2; exit 3");

        await process.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.That(process.OutputText, Is.EqualTo("outerr"));
        Assert.That(process.StandardOutput, Is.EqualTo("out"));
        Assert.That(process.ExitCode, Is.EqualTo(3));
    }

    [Test]
    public async Task What_does_not_end_is_killed_with_what_it_started()
    {
        await using var process = await ShellAsync("sleep 600 & echo $!; wait");

        await Assert.ThatAsync(
            () => process.WaitAsync(TimeSpan.FromMilliseconds(500)),
            Throws
                .InstanceOf<TimeoutException>()
                .With.InnerException.InstanceOf<OperationCanceledException>()
        );

        var grandchild = int.Parse(process.StandardOutput, CultureInfo.InvariantCulture);
        Assert.That(
            () => IsRunning(grandchild),
            Is.False.After(5).Seconds.PollEvery(20).MilliSeconds
        );
    }

    [Test]
    public async Task A_signal_reaches_it()
    {
        await using var process = await ShellAsync(
            "trap 'echo told; exit 0' TERM; echo ready; while :; do sleep 0.05; done"
        );

        Assert.That(
            () => process.StandardOutput,
            Is.EqualTo("ready\n").After(5).Seconds.PollEvery(10).MilliSeconds
        );
        process.Send(Signal.Terminate);
        await process.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.That(process.StandardOutput, Is.EqualTo("ready\ntold\n"));
        Assert.That(process.PeakResidentBytes, Is.InRange(1 << 17, 1 << 26));
    }

    private static Task<ChildProcess> ShellAsync(string script) =>
        ChildProcess.StartAsync("sh", ["-c", script], "/");

    private static bool IsRunning(int process) =>
        Directory.Exists(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}"));
}
