using ChatbotSante.Tests.Bot.Channels;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot;

public sealed class DataFolderTests
{
    [Test]
    public async Task A_second_process_on_the_same_folder_is_refused_until_the_first_has_ended(
        [Values] bool killed
    )
    {
        using var folder = new TemporaryFolder();
        await using var bot = await Bots.StartAsync(folder);
        await using var second = await BotProcess.RunAsync(
            bot.DataFolder,
            [
                "--urls",
                FormattableString.Invariant($"http://127.0.0.1:{Ports.Free()}"),
                FormattableString.Invariant($"--Connector:Url=http://127.0.0.1:{Ports.Free()}"),
                "--Data:Folder",
                bot.DataFolder,
            ],
            Bots.Bound
        );

        Assert.That(second.ExitCode, Is.EqualTo(78), second.OutputText);
        Assert.That(
            second.OutputText,
            Does.Contain("Another ChatbotSante already serves from this Data:Folder")
        );
        Assert.That(bot.HasExited, Is.False);

        if (killed)
        {
            await bot.KillAsync();
        }
        else
        {
            Assert.That(await bot.StopAsync(), Is.Zero);
        }

        await using var third = await Bots.StartAsync(folder);
        Assert.That(third.HasExited, Is.False);
    }

    [Test]
    public async Task Nothing_is_written_outside_the_data_folder_which_is_its_owner_s_alone()
    {
        using var folder = new TemporaryFolder();
        var home = Directory.CreateDirectory(folder.PathOf("home")).FullName;
        await using var bot = await BotProcess.StartAsync(
            folder.PathOf("data"),
            Bots.Rehearsal,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["HOME"] = home,
                ["XDG_DATA_HOME"] = null,
                ["TMPDIR"] = Directory.CreateDirectory(folder.PathOf("tmp")).FullName,
            }
        );

        Assert.That(Directory.EnumerateFiles(home, "*", SearchOption.AllDirectories), Is.Empty);
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(
                File.GetUnixFileMode(bot.DataFolder),
                Is.EqualTo(
                    UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                )
            );
        }
    }
}
