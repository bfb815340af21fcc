using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using ChatbotSante.Bot.Ports;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace ChatbotSante.Bot.Sealing;

/// <summary>Seals ASP.NET Data Protection's own keys before they are written under the data folder.</summary>
internal sealed class SealedXmlEncryptor(IInstallationSecrets secrets) : IXmlEncryptor
{
    internal const string Purpose = "data-protection";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        using var aes = new AesGcm(secrets.Derive(Purpose), tagSizeInBytes: 16);
        var plain = Encoding.UTF8.GetBytes(
            plaintextElement.ToString(SaveOptions.DisableFormatting)
        );
        var sealedBytes = SealFormat.Seal(
            aes,
            new KeyId(Guid.Empty),
            new SealedRow(Purpose, string.Empty, 0),
            plain
        );
        return new EncryptedXmlInfo(
            new XElement("sealed", Convert.ToBase64String(sealedBytes)),
            typeof(SealedXmlDecryptor)
        );
    }
}
