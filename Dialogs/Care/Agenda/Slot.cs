namespace ChatbotSante.Dialogs.Care.Agenda;

/// <summary>A start time of one schedule.</summary>
/// <param name="Schedule">The practitioner's identifier.</param>
/// <param name="Start">The instant it starts.</param>
public sealed record Slot(string Schedule, DateTimeOffset Start);
