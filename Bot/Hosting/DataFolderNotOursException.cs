using ChatbotSante.Dialogs;

namespace ChatbotSante.Bot.Hosting;

/// <summary>The data folder, or a file in it, may not be read or written by this user.</summary>
public sealed class DataFolderNotOursException(Exception inner)
    : ChatbotSanteException(
        "DATA-002",
        "Data:Folder, or a file in it, belongs to another user.",
        inner
    );
