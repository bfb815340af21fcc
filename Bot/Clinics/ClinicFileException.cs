using ChatbotSante.Dialogs;

namespace ChatbotSante.Bot.Clinics;

/// <summary>The clinic's file is missing or wrong; the message says where and what to do.</summary>
public sealed class ClinicFileException(string what, Exception? inner = null)
    : ChatbotSanteException(
        "CLINIC-001",
        "The clinic's file cannot be used.",
        $"The clinic's file cannot be used: {what}",
        inner
    );
