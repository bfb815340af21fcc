using ChatbotSante.Dialogs;

namespace ChatbotSante.Bot.Sealing;

/// <summary>The master key is missing, readable by others, or not 32 bytes of base64.</summary>
public sealed class MasterKeyException(string what, Exception? inner = null)
    : ChatbotSanteException(
        "SEAL-002",
        "The master key cannot be used.",
        $"The master key cannot be used: {what}.",
        inner
    );
