namespace ChatbotSante.Dialogs.Care.Clinics;

/// <summary>Why somebody comes, as far as it changes how long the visit is: one of a closed list, never a patient's own words.</summary>
/// <param name="Id">Stable identifier, unique in the clinic's file: what is stored.</param>
/// <param name="Specialty">Identifier of the specialty.</param>
/// <param name="Label">As a patient reads it.</param>
/// <param name="Words">Other single words or short phrases that mean it, without accents.</param>
/// <param name="Length">Length of the visit, in [5 min, 8 h].</param>
public sealed record VisitReason(
    string Id,
    string Specialty,
    string Label,
    IReadOnlyList<string> Words,
    TimeSpan Length
);
