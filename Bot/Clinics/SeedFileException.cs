using ChatbotSante.Dialogs;

namespace ChatbotSante.Bot.Clinics;

/// <summary>A file of patients cannot be imported; the message says where and why, and holds nothing of any patient.</summary>
public sealed class SeedFileException(string what, Exception? inner = null)
    : ChatbotSanteException(
        "SEED-001",
        "The file of patients cannot be used.",
        $"The file of patients cannot be used: {what}",
        inner
    );
