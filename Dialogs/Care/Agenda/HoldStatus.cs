namespace ChatbotSante.Dialogs.Care.Agenda;

/// <summary>What has become of a slot kept for somebody.</summary>
public enum HoldStatus
{
    /// <summary>Never kept, given back, or expired and gone.</summary>
    Lost,
    Held,
    Booked,
}
