using ChatbotSante.Dialogs;

namespace ChatbotSante.Bot.Hosting;

/// <summary>The runtime is asked for memory dumps where patients are served.</summary>
public sealed class DumpsAskedForException()
    : ChatbotSanteException(
        "DUMPS-001",
        "The environment asks for memory dumps, which hold patients' words: remove DOTNET_DbgEnableMiniDump."
    );
