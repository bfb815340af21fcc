namespace ChatbotSante.Dialogs.Care.Clinics;

/// <summary>Days on which nobody is received: the clinic's closures, or a practitioner's absences.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
public sealed record ClosedPeriod(DateOnly From, DateOnly To)
{
    public bool Contains(DateOnly day) => day >= From && day <= To;
}
