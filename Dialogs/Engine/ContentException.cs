namespace ChatbotSante.Dialogs.Engine;

/// <summary>A text of the content is missing or cannot be read. The message names the key or the file, which hold no patient's data.</summary>
public sealed class ContentException(string where, Exception? inner = null)
    : ChatbotSanteException(
        "CONTENT-001",
        "The content is missing or unreadable.",
        $"The content is missing or unreadable: {where}.",
        inner
    );
