namespace ChatbotSante.Bot.Ports;

/// <summary>Secrets derived from the installation's master key, one per purpose.</summary>
public interface IInstallationSecrets
{
    /// <summary>32 bytes for a purpose, always the same for this installation (HKDF-SHA256, RFC 5869).</summary>
    byte[] Derive(string purpose);
}
