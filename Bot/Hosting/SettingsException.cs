using ChatbotSante.Dialogs;

namespace ChatbotSante.Bot.Hosting;

/// <summary>A setting is unknown, cannot be read, or is refused. The message names it.</summary>
public sealed class SettingsException(string what, Exception inner)
    : ChatbotSanteException("SETTINGS-001", "A setting is refused.", what, inner);
