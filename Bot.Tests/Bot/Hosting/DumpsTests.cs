using ChatbotSante.Tests.Bot.Channels;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Hosting;

public sealed class DumpsTests
{
    [TestCase("DOTNET_DbgEnableMiniDump")]
    [TestCase("COMPlus_DbgEnableMiniDump")]
    public async Task Production_does_not_start_where_a_dump_is_asked_for(string variable)
    {
        using var folder = new TemporaryFolder("dumps");

        await using var process = await BotProcess.RunAsync(
            folder.PathOf("data"),
            ["--urls=http://127.0.0.1:0", "--Connector:Url="],
            Bots.Bound,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                [variable] = "1",
            }
        );

        Assert.That(process.ExitCode, Is.EqualTo(78));
        Assert.That(process.OutputText, Does.StartWith("DUMPS-001"));
    }
}
