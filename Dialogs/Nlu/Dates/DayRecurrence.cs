namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>Which days of the week are meant: « les mardis », « sauf le lundi », « un mardi sur deux ».</summary>
/// <param name="Days">One bit a day (<see cref="DateWish.Bit"/>).</param>
/// <param name="IsExclusion">Whether those days are the ones left out.</param>
/// <param name="IntervalWeeks">2 for every second week, counted from the first such day; 1 for each.</param>
public sealed record DayRecurrence(int Days, bool IsExclusion = false, int IntervalWeeks = 1)
{
    /// <summary>The bits of the days meant, whichever way they were said.</summary>
    public int Meant => IsExclusion ? Weekdays.All & ~Days : Days;
}
