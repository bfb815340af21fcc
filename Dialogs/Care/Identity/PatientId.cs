namespace ChatbotSante.Dialogs.Care.Identity;

/// <summary>Identifies a patient on file. Safe to log: says nothing of who it is.</summary>
public readonly record struct PatientId(Guid Value)
{
    public override string ToString() => Value.ToString("N");
}
