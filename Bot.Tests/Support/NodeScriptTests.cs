using NUnit.Framework;

namespace ChatbotSante.Tests.Support;

public sealed class NodeScriptTests
{
    [Test]
    public async Task A_client_without_a_server_says_so()
    {
        var result = await NodeScript.RunAsync(
            "directline-book.mjs",
            TimeSpan.FromSeconds(30),
            "--url",
            $"http://127.0.0.1:{Ports.Free()}"
        );

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Everything);
        Assert.That(result.Events[^1].GetProperty("event").GetString(), Is.EqualTo("failed"));
    }
}
