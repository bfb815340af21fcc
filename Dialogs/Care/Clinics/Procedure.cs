namespace ChatbotSante.Dialogs.Care.Clinics;

/// <summary>An operation or an examination that the clinic performs.</summary>
/// <param name="Id">Stable identifier, unique in the clinic's file.</param>
/// <param name="Label">As a patient reads it.</param>
/// <param name="Words">Other single words or short phrases that mean it, without accents.</param>
public sealed record Procedure(string Id, string Label, IReadOnlyList<string> Words);
