using ChatbotSante.Dialogs.Care.Clinics;

namespace ChatbotSante.Bot.Clinics;

/// <summary>Hours of one day of the week, and the line where they stand.</summary>
internal sealed record WrittenHours(OpeningPeriod Period, long Line);
