using System.Runtime.Versioning;
using System.Security.Cryptography;
using ChatbotSante.Bot.Sealing;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Sealing;

[Platform(Exclude = "Win")]
[UnsupportedOSPlatform("windows")]
public sealed class MasterKeyTests
{
    [Test]
    public void Production_wants_a_key_file()
    {
        using var folder = new TemporaryFolder();

        Assert.That(
            () => MasterKey.Load(new SealingOptions(), folder.Root, isProduction: true),
            Throws.InstanceOf<MasterKeyException>().With.Message.Contains("Sealing:KeyFile")
        );
        Assert.That(Directory.EnumerateFileSystemEntries(folder.Root), Is.Empty);
    }

    [TestCase("data", "data/master.key")]
    [TestCase("data/", "data/master.key")]
    [TestCase("data", "other/../data/keys/master.key")]
    public void Production_refuses_a_key_file_that_is_backed_up_with_the_data(
        string dataFolder,
        string keyFile
    )
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf(keyFile);
        WriteKey(Path.GetFullPath(path));

        Assert.That(
            () =>
                MasterKey.Load(
                    new SealingOptions { KeyFile = path },
                    folder.PathOf(dataFolder),
                    isProduction: true
                ),
            Throws.InstanceOf<MasterKeyException>().With.Message.Contains("outside Data:Folder")
        );
    }

    [Test]
    public void Production_takes_a_key_file_beside_the_data()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("data-keys/master.key");
        WriteKey(path);

        var key = MasterKey.Load(
            new SealingOptions { KeyFile = path },
            folder.PathOf("data"),
            isProduction: true
        );

        Assert.That(key.Derive("a"), Has.Length.EqualTo(32));
        Assert.That(key.Derive("a"), Is.Not.EqualTo(key.Derive("b")));
    }

    [Test]
    public void Development_makes_a_key_once_that_only_its_owner_reads()
    {
        using var folder = new TemporaryFolder();

        var first = MasterKey
            .Load(new SealingOptions(), folder.Root, isProduction: false)
            .Derive("a");
        var second = MasterKey
            .Load(new SealingOptions(), folder.Root, isProduction: false)
            .Derive("a");

        Assert.That(second, Is.EqualTo(first));
        Assert.That(
            File.GetUnixFileMode(folder.PathOf("keys/master.key")),
            Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite)
        );
    }

    [Test]
    public void A_key_file_that_others_read_is_refused([Values(0x1A4, 0x182)] int mode)
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("master.key");
        WriteKey(path);
        File.SetUnixFileMode(path, (UnixFileMode)mode);

        Assert.That(
            () => Load(folder, path),
            Throws.InstanceOf<MasterKeyException>().With.Message.Contains("chmod")
        );
    }

    [TestCase("")]
    [TestCase("not base64 at all!")]
    [TestCase("AAECAwQFBgcICQoLDA0ODw==")]
    public void A_file_that_is_not_a_key_is_refused_without_quoting_it(string content)
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("master.key");
        File.WriteAllText(path, content);
        File.SetUnixFileMode(path, UnixFileMode.UserRead);

        var refusal = Assert.Catch<MasterKeyException>(() => Load(folder, path));

        Assert.That(
            refusal!.Message,
            content.Length == 0 ? Is.Not.Empty : Does.Not.Contain(content)
        );
    }

    [Test]
    public void A_missing_file_is_said()
    {
        using var folder = new TemporaryFolder();

        Assert.That(
            () => Load(folder, folder.PathOf("no.key")),
            Throws.InstanceOf<MasterKeyException>()
        );
    }

    private static MasterKey Load(TemporaryFolder folder, string path) =>
        MasterKey.Load(
            new SealingOptions { KeyFile = path },
            folder.PathOf("data"),
            isProduction: false
        );

    private static void WriteKey(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(
            path,
            Convert.ToBase64String(RandomNumberGenerator.GetBytes(MasterKey.Length))
        );
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
