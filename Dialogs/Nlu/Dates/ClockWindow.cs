namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>A window of the clock, the same every day, half-open; null for open.</summary>
/// <param name="From">Start, included.</param>
/// <param name="To">End, excluded.</param>
public sealed record ClockWindow(TimeOnly? From, TimeOnly? To);
