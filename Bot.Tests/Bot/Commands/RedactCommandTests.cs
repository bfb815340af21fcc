using System.Globalization;
using ChatbotSante.Tests.Bot.Channels;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Commands;

/// <summary>The command as staff and scripts type it.</summary>
public sealed class RedactCommandTests
{
    private const string Message =
        """{"id":1,"text":"Bonjour, Jeanne Mercier, 06 39 98 12 34, j'ai mal au ventre depuis ce matin."}""";

    private static readonly Dictionary<string, string?> Production = new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
    };

    [Test]
    public async Task A_large_file_is_redacted_in_little_memory()
    {
        using var folder = new TemporaryFolder("redact");
        var file = folder.PathOf("messages.jsonl");
        var lines = Proof.Rounds(inTests: 50, inProof: 1000) * 1_000_000 / (Message.Length + 1);
        await WriteAsync(file, lines);
        // The heap may not grow beyond this: asked for more, the program ends with another code.
        var capped = new Dictionary<string, string?>(Production, StringComparer.Ordinal)
        {
            ["DOTNET_GCHeapHardLimit"] = "0x8000000",
        };

        await using var process = await ShellAsync(
            folder,
            $"'{BotProcess.Executable}' redact '{file}' | tee >(wc -l > lines) | tail -n 1; echo ${{PIPESTATUS[0]}}",
            capped
        );

        Assert.That(process.StandardOutput, Does.EndWith("\n0\n"), process.OutputText);
        Assert.That(
            process.StandardOutput,
            Does.Contain("\"degree\":\"S2\"").And.Not.Contain("Mercier").And.Not.Contain("06 39")
        );
        Assert.That(
            int.Parse(
                await File.ReadAllTextAsync(folder.PathOf("lines")),
                CultureInfo.InvariantCulture
            ),
            Is.EqualTo(lines)
        );
    }

    [Test]
    public async Task The_standard_input_is_read_when_no_file_is_named()
    {
        using var folder = new TemporaryFolder("redact");
        var file = folder.PathOf("m.txt");
        await File.WriteAllTextAsync(file, "Rappelez le 06 39 98 12 34.\n");

        await using var process = await ShellAsync(
            folder,
            $"'{BotProcess.Executable}' redact --text < '{file}'; '{BotProcess.Executable}' redact - --text < '{file}'",
            Production
        );

        Assert.That(
            process.OutputText,
            Is.EqualTo("Rappelez le [TELEPHONE].\nRappelez le [TELEPHONE].\n")
        );
    }

    [Test]
    public async Task Lines_that_cannot_be_read_are_counted_and_the_exit_code_says_so()
    {
        using var folder = new TemporaryFolder("redact");
        var file = folder.PathOf("messages.jsonl");
        await File.WriteAllTextAsync(file, $"{Message}\nJeanne Mercier\n");

        await using var process = await BotProcess.RunAsync(
            folder.PathOf("work"),
            ["redact", file],
            Bots.Bound,
            Production
        );

        Assert.That(process.ExitCode, Is.EqualTo(1));
        Assert.That(
            process.OutputText,
            Does.EndWith("1 of 2 lines could not be read, the first at line 2.\n")
                .And.Not.Contain("Mercier")
        );
        Assert.That(
            Directory.GetFileSystemEntries(folder.PathOf("work")),
            Is.Empty,
            "nothing is left"
        );
    }

    [Test]
    public async Task A_file_that_is_not_there_is_said_so_in_a_line()
    {
        using var folder = new TemporaryFolder("redact");

        await using var process = await BotProcess.RunAsync(
            folder.PathOf("work"),
            ["redact", folder.PathOf("absent.jsonl")],
            Bots.Bound,
            Production
        );

        Assert.That(process.ExitCode, Is.EqualTo(2));
        Assert.That(process.OutputText, Does.StartWith("redact: ").And.Not.Contain("   at "));
    }

    [Test]
    public async Task It_ends_quietly_when_its_reader_has_seen_enough()
    {
        using var folder = new TemporaryFolder("redact");
        var file = folder.PathOf("messages.jsonl");
        await WriteAsync(file, 50_000);

        await using var process = await ShellAsync(
            folder,
            $"'{BotProcess.Executable}' redact '{file}' | head -n 1 > /dev/null; echo ${{PIPESTATUS[0]}}",
            Production
        );

        Assert.That(process.OutputText, Is.EqualTo("1\n"));
    }

    private static async Task WriteAsync(string file, int lines)
    {
        await using var writer = new StreamWriter(file);
        for (var i = 0; i < lines; i++)
        {
            await writer.WriteAsync(Message + "\n");
        }
    }

    private static async Task<ChildProcess> ShellAsync(
        TemporaryFolder folder,
        string command,
        Dictionary<string, string?> environment
    )
    {
        var process = await ChildProcess.StartAsync(
            "bash",
            ["-c", command],
            folder.Root,
            environment
        );
        await process.WaitAsync(Proof.Duration(TimeSpan.FromMinutes(5), TimeSpan.FromHours(1)));
        return process;
    }
}
