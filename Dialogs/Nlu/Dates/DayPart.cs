namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>A part of the day.</summary>
internal enum DayPart : byte
{
    Morning,
    FirstHour,
    EarlyMorning,
    MidMorning,
    LateMorning,
    Noon,
    Afternoon,
    EarlyAfternoon,
    MidAfternoon,
    LateAfternoon,
    LateDay,
    Evening,
    Daytime,
}
