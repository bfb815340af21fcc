namespace ChatbotSante.Bot.Storage;

/// <summary>How many codes were asked for by a number on one day, known or not. Table <c>code_sends</c>.</summary>
internal sealed class CodeSendRow
{
    /// <summary>Keyed index of the number.</summary>
    public required byte[] Phone { get; init; }

    /// <summary>The clinic's day, counted from 1 January of year 1.</summary>
    public required long Day { get; init; }
    public required long Sends { get; init; }
    public required long PurgeAt { get; init; }
}
