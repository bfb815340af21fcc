namespace ChatbotSante.Tests.Conversations;

/// <summary>One conversation, as a clinician writes it.</summary>
internal sealed class Script
{
    public string Titre { get; set; } = string.Empty;

    public List<ScriptTurn> Tours { get; set; } = [];
}
