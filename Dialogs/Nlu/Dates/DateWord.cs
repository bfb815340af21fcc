namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>What one token says of days and hours.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Which one; what it counts is said of each kind.</param>
/// <param name="Length">How many tokens say it.</param>
internal readonly record struct DateWord(DateWordKind Kind, short Value, byte Length);
