namespace ChatbotSante.Dialogs.Nlu;

/// <summary>An answer given before, which somebody wants to change.</summary>
public enum AnsweredField
{
    With,
    Reason,
    When,
    Slot,
    Name,
    BirthDate,
    Phone,
}
