namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>The hours of the parts of a day.</summary>
internal static class DayParts
{
    /// <summary>Start and end, in hours, by <see cref="DayPart"/>.</summary>
    private static readonly (int From, int To)[] Hours =
    [
        (8, 12),
        (8, 9),
        (8, 10),
        (9, 11),
        (10, 12),
        (12, 14),
        (12, 18),
        (12, 15),
        (14, 16),
        (16, 18),
        (16, 19),
        (18, 20),
        (8, 18),
    ];

    public static ClockWindow Of(DayPart part) =>
        new(new TimeOnly(Hours[(int)part].From, 0), new TimeOnly(Hours[(int)part].To, 0));

    /// <summary>« Début d'après-midi », « fin de matinée »: an edge (0 beginning, 1 middle, 2 end) of a part.</summary>
    public static DayPart EdgeOf(DayPart part, int edge) =>
        (part, edge) switch
        {
            (DayPart.Morning, 0) => DayPart.EarlyMorning,
            (DayPart.Morning, 1) => DayPart.MidMorning,
            (DayPart.Morning, 2) => DayPart.LateMorning,
            (DayPart.Afternoon, 0) => DayPart.EarlyAfternoon,
            (DayPart.Afternoon, 1) => DayPart.MidAfternoon,
            (DayPart.Afternoon, 2) => DayPart.LateAfternoon,
            (DayPart.Daytime, 0) => DayPart.EarlyMorning,
            (DayPart.Daytime, 2) => DayPart.LateDay,
            _ => part,
        };

    /// <summary>What is left of a day when a part of it is refused; null when that says nothing.</summary>
    public static ClockWindow? Without(ClockWindow refused) =>
        refused switch
        {
            { From.Hour: 8, To.Hour: <= 12 } => new(refused.To, null),
            { From: { } from, To: not null } when from.Hour >= 12 => new(null, from),
            { From: { } from, To: null } => new(null, from),
            { From: null, To: { } to } => new(to, null),
            _ => null,
        };
}
