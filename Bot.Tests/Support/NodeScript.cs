namespace ChatbotSante.Tests.Support;

/// <summary>Runs the outside clients, which are Node programs in <c>Bot.Tests/Clients</c>.</summary>
internal static class NodeScript
{
    /// <param name="script">File name: <c>directline-book.mjs</c>.</param>
    /// <param name="bound">Longest time; then it and what it started are killed.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="TimeoutException">It did not end in time; the message holds its output.</exception>
    public static async Task<NodeScriptResult> RunAsync(
        string script,
        TimeSpan bound,
        params string[] arguments
    )
    {
        var folder = Checkout.PathOf("Bot.Tests/Clients");
        await using var process = await ChildProcess.StartAsync(
            "node",
            [script, .. arguments],
            folder
        );

        await process.WaitAsync(bound);

        return new NodeScriptResult(process.ExitCode, process.StandardOutput, process.OutputText);
    }
}
