namespace ChatbotSante.Dialogs.Care.Clinics;

/// <summary>A place where the clinic receives patients.</summary>
/// <param name="Id">Stable identifier, unique in the clinic's file.</param>
/// <param name="Name">As a patient reads it; the clinic's own name for its only site.</param>
/// <param name="Address">On one line.</param>
/// <param name="Parking">Where to park, in words that follow « Parking : ».</param>
/// <param name="Access">How to come by bus or on foot, in a sentence; null when the file has none.</param>
public sealed record Site(string Id, string Name, string Address, string Parking, string? Access);
