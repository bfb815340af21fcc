namespace ChatbotSante.Bot.Ports;

/// <summary>What a message to the outside of the boundary is made of: never free text, not even redacted.</summary>
public enum OutsideField
{
    /// <summary>Key of a wording that the receiver has too.</summary>
    Template,

    /// <summary>When the appointment is.</summary>
    Date,

    /// <summary>Which of the clinic's sites.</summary>
    Place,

    /// <summary>A page of this program.</summary>
    Link,

    /// <summary>The number that the message goes to.</summary>
    To,
}
