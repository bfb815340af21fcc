using System.Xml.Linq;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Bot.Sealing;
using ChatbotSante.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Sealing;

public sealed class SealedXmlTests
{
    [Test]
    public void A_key_of_data_protection_is_sealed_and_opens_again()
    {
        var secrets = new MasterKey([.. Enumerable.Repeat((byte)3, MasterKey.Length)]);
        using var services = new ServiceCollection()
            .AddSingleton<IInstallationSecrets>(secrets)
            .BuildServiceProvider();
        var key = XElement.Parse("<masterKey><value>c2VjcmV0IGtleQ==</value></masterKey>");

        var sealedKey = new SealedXmlEncryptor(secrets).Encrypt(key);
        var opened = new SealedXmlDecryptor(services).Decrypt(sealedKey.EncryptedElement);

        Assert.That(sealedKey.DecryptorType, Is.EqualTo(typeof(SealedXmlDecryptor)));
        Assert.That(sealedKey.EncryptedElement.ToString(), Does.Not.Contain("c2VjcmV0"));
        Assert.That(XNode.DeepEquals(opened, key), Is.True);
    }

    [Test]
    public async Task No_key_lies_in_the_clear_in_the_data_folder()
    {
        using var folder = new TemporaryFolder();
        await using var bot = await BotProcess.StartAsync(folder.Root);
        var files = Directory.GetFiles(folder.PathOf("keys/data-protection"), "*.xml");

        Assert.That(files, Is.Not.Empty);
        foreach (var file in files)
        {
            var xml = await File.ReadAllTextAsync(file);

            Assert.That(xml, Does.Contain("<sealed "));
            Assert.That(xml, Does.Not.Contain("<masterKey").And.Not.Contain("unencrypted"));
        }
    }
}
