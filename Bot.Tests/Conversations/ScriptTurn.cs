namespace ChatbotSante.Tests.Conversations;

/// <summary>What the patient says, and what is expected of the bot.</summary>
internal sealed class ScriptTurn
{
    public string Dit { get; set; } = string.Empty;

    /// <summary>Minutes that pass before it is said.</summary>
    public int Apres { get; set; }

    /// <summary>Keys of the replies, all of them, in order.</summary>
    public List<string> Repond { get; set; } = [];

    /// <summary>Words that stand in the replies.</summary>
    public List<string> Contient { get; set; } = [];

    /// <summary>Words that do not.</summary>
    public List<string> SansMention { get; set; } = [];

    /// <summary>Appointments booked when the turn is over; null when it does not matter.</summary>
    public int? Reserves { get; set; }
}
