namespace ChatbotSante.Dialogs.Care.Clinics;

/// <summary>Hours of the reception on one day of the week, clinic's local time.</summary>
public sealed record OpeningPeriod(DayOfWeek Day, TimeOnly From, TimeOnly To);
