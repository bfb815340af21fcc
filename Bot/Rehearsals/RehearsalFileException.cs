using ChatbotSante.Dialogs;

namespace ChatbotSante.Bot.Rehearsals;

/// <summary>A rehearsal cannot be read; the message, in French for whoever wrote it, says where and why.</summary>
public sealed class RehearsalFileException(string where, string what, Exception? inner = null)
    : ChatbotSanteException(
        "REHEARSAL-001",
        "A rehearsal cannot be read.",
        $"{where} : {what}",
        inner
    );
