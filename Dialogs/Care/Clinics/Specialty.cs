namespace ChatbotSante.Dialogs.Care.Clinics;

/// <summary>A specialty: its identifier, how it is written, and how patients say it.</summary>
/// <param name="Id">Stable identifier (<c>ophtalmologie</c>).</param>
/// <param name="Label">As a patient reads it.</param>
/// <param name="Words">Other single words or short phrases that mean it, without accents.</param>
public sealed record Specialty(string Id, string Label, IReadOnlyList<string> Words);
