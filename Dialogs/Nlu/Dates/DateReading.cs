namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>What was understood of the days and hours of a message.</summary>
/// <param name="Expression">The wish; null when the message holds none.</param>
/// <param name="Trouble">What is to be asked or said about it.</param>
public readonly record struct DateReading(DateExpression? Expression, DateTrouble Trouble)
{
    public static DateReading None => default;
}
