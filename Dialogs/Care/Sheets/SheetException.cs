namespace ChatbotSante.Dialogs.Care.Sheets;

/// <summary>A content sheet does not read as it was signed. The message names the sheet, which holds no patient's data.</summary>
public sealed class SheetException(string sheet)
    : ChatbotSanteException(
        "CONTENT-002",
        "A sheet was changed after it was signed.",
        $"The sheet {sheet} was changed after it was signed: have it signed again, or put the signed text back.",
        inner: null
    );
