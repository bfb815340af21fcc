using ChatbotSante.Dialogs;

namespace ChatbotSante.Bot.Hosting;

/// <summary>Another process serves from this data folder.</summary>
public sealed class DataFolderInUseException(Exception inner)
    : ChatbotSanteException(
        "DATA-001",
        "Another ChatbotSante already serves from this Data:Folder. Stop it, or give this one a folder of its own.",
        inner
    );
