namespace ChatbotSante.Dialogs.Care.Clinics;

/// <summary>Someone, or a department, who receives patients: one schedule of the agenda.</summary>
/// <param name="Id">Stable identifier, unique in the clinic's file: what is stored.</param>
/// <param name="Name">Surname; null for a department without a named practitioner.</param>
/// <param name="Title">« Dr »; null for none.</param>
/// <param name="Specialty">Identifier of the specialty.</param>
public sealed record Practitioner(string Id, string? Name, string? Title, string Specialty)
{
    /// <summary>Identifier of the site; null for the clinic's first.</summary>
    public string? Site { get; init; }

    /// <summary>Own hours and length of slots; null for the clinic's.</summary>
    public SlotRules? Slots { get; init; }

    public IReadOnlyList<ClosedPeriod> Absences { get; init; } = [];

    /// <summary>As a patient reads it: « Dr Lambert ».</summary>
    public string? DisplayName =>
        Name is null ? null
        : Title is null ? Name
        : $"{Title} {Name}";
}
