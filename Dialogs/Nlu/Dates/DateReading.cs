namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>What was understood of the days and hours of a message.</summary>
/// <param name="Expression">The wish; null when the message holds none.</param>
/// <param name="Trouble">What is to be asked or said about it.</param>
public readonly record struct DateReading(DateExpression? Expression, DateTrouble Trouble)
{
    public static DateReading None => default;

    /// <summary>« Jeudi 27 », which is a Friday: the Thursday. Null where the one day wished for is not in doubt.</summary>
    public DateOnly? Instead { get; init; }

    /// <summary>When an appointment is that exists already: « mon rendez-vous de 17 h 30 ».</summary>
    public DateExpression? Existing { get; init; }

    /// <summary>The weekday that was said without a number; null for none, or several.</summary>
    public DayOfWeek? Weekday { get; init; }
}
