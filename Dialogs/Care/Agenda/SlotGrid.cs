using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Nlu.Dates;

namespace ChatbotSante.Dialogs.Care.Agenda;

/// <summary>When slots can start, by the clinic's rules: its days, its windows, no public holiday.</summary>
public sealed class SlotGrid(Clinic clinic)
{
    /// <summary>The days on which a wish can be met, soonest first.</summary>
    public IEnumerable<DateOnly> Days(DateWish wish, DateTime localNow)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var today = DateOnly.FromDateTime(localNow);
        var horizon = today.AddDays(clinic.Slots.HorizonDays);
        var day = wish.From is { } from && from > today ? from : today;
        var last = wish.To is { } to && to < horizon ? to : horizon;
        for (; day <= last; day = day.AddDays(1))
        {
            if (clinic.Slots.Days.Contains(day.DayOfWeek) && !FrenchHolidays.IsHoliday(day))
            {
                yield return day;
            }
        }
    }

    /// <summary>The starts of one day that a wish admits, after now, local time.</summary>
    public IEnumerable<DateTime> Starts(DateOnly day, DateWish wish, DateTime localNow)
    {
        ArgumentNullException.ThrowIfNull(wish);
        foreach (var (from, to) in clinic.Slots.Windows)
        {
            for (
                var start = day.ToDateTime(from);
                start + clinic.Slots.Length <= day.ToDateTime(to);
                start += clinic.Slots.Length
            )
            {
                if (start > localNow && wish.Admits(start))
                {
                    yield return start;
                }
            }
        }
    }

    /// <summary>Whether the rules give this schedule a slot at this time.</summary>
    public bool Has(Slot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        var local = clinic.Local(slot.Start);
        var day = DateOnly.FromDateTime(local);
        return clinic.Find(slot.Schedule) is not null
            && clinic.Slots.Days.Contains(day.DayOfWeek)
            && !FrenchHolidays.IsHoliday(day)
            && Starts(day, DateWish.AnyTime, DateTime.MinValue).Contains(local);
    }
}
