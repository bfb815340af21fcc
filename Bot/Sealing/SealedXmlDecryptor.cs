using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using ChatbotSante.Bot.Ports;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace ChatbotSante.Bot.Sealing;

/// <summary>Opens what <see cref="SealedXmlEncryptor"/> sealed. Made by Data Protection, with the host's services.</summary>
internal sealed class SealedXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        using var aes = new AesGcm(
            services.GetRequiredService<IInstallationSecrets>().Derive(SealedXmlEncryptor.Purpose),
            tagSizeInBytes: 16
        );
        var plain = SealFormat.Open(
            aes,
            new SealedRow(SealedXmlEncryptor.Purpose, string.Empty, 0),
            Convert.FromBase64String(encryptedElement.Value)
        );
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
