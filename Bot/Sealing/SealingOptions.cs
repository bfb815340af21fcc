namespace ChatbotSante.Bot.Sealing;

/// <summary>Where the master key lies. Section <c>Sealing</c>.</summary>
public sealed class SealingOptions
{
    /// <summary>File of 32 random bytes in base64, readable by the service alone. Empty: made at first start under
    /// <c>Data:Folder/keys</c>, in Development only; in Production it must be named, and lie outside the data folder.</summary>
    public string KeyFile { get; init; } = string.Empty;
}
