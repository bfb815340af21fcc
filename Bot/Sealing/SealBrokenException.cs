using ChatbotSante.Dialogs;

namespace ChatbotSante.Bot.Sealing;

/// <summary>A sealed value was altered or moved. It is not opened; restore the row from a backup.</summary>
public sealed class SealBrokenException(Exception? inner = null)
    : ChatbotSanteException("SEAL-001", "A sealed value does not open.", inner);
