namespace ChatbotSante.Tests.Dialogs;

/// <summary>One reply of the bot, as it was chosen and as a patient reads it.</summary>
internal sealed record Said(string Key, string Text, IReadOnlyList<string> Buttons)
{
    /// <summary>The emergency message may come twice running, in the same words.</summary>
    public bool IsEmergency => Key.StartsWith("urgence.", StringComparison.Ordinal);
}
