using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Nlu.Dates;

namespace ChatbotSante.Dialogs.Care.Agenda;

/// <summary>When slots can start, by the clinic's rules and each practitioner's: days, windows, closures, no public holiday.</summary>
public sealed class SlotGrid(Clinic clinic)
{
    /// <summary>The days on which a wish can be met, soonest first.</summary>
    public IEnumerable<DateOnly> Days(DateWish wish, DateTime localNow)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var today = DateOnly.FromDateTime(localNow);
        var horizon = today.AddDays(clinic.Slots.HorizonDays);
        var day = wish.FirstDay is { } from && from > today ? from : today;
        var last = wish.LastDay is { } to && to < horizon ? to : horizon;
        for (; day <= last; day = day.AddDays(1))
        {
            if (IsOpen(day))
            {
                yield return day;
            }
        }
    }

    /// <summary>The starts that a schedule's rules give on one day and a wish admits, after now, local time.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="day">The day, one of <see cref="Days"/>.</param>
    /// <param name="wish">What is admitted.</param>
    /// <param name="localNow">The clinic's wall clock.</param>
    /// <param name="visit">Length of the visit, which must end with its window; null for one slot.</param>
    public IEnumerable<DateTime> Starts(
        string schedule,
        DateOnly day,
        DateWish wish,
        DateTime localNow,
        TimeSpan? visit = null
    )
    {
        ArgumentNullException.ThrowIfNull(wish);
        var rules = clinic.RulesOf(schedule);
        if (clinic.IsAbsent(schedule, day))
        {
            yield break;
        }

        var taken = rules.CountFor(visit) * rules.Length;
        foreach (var window in rules.Windows)
        {
            if (window.Day != day.DayOfWeek)
            {
                continue;
            }

            for (
                var start = day.ToDateTime(window.From);
                start + taken <= day.ToDateTime(window.To);
                start += rules.Length
            )
            {
                if (start > localNow && wish.Admits(start))
                {
                    yield return start;
                }
            }
        }
    }

    /// <summary>Whether the rules give this schedule room for a visit at this time.</summary>
    public bool Has(Slot slot, TimeSpan? visit = null)
    {
        ArgumentNullException.ThrowIfNull(slot);
        var local = clinic.Local(slot.Start);
        var day = DateOnly.FromDateTime(local);
        return clinic.Find(slot.Schedule) is not null
            && IsOpen(day)
            && Starts(slot.Schedule, day, DateWish.AnyTime, DateTime.MinValue, visit)
                .Contains(local);
    }

    /// <summary>The instants at which the slots that a visit takes start, its own first: as many as the schedule's slots make it.</summary>
    public IReadOnlyList<DateTimeOffset> Taken(Slot slot, TimeSpan? visit)
    {
        ArgumentNullException.ThrowIfNull(slot);
        var rules = clinic.RulesOf(slot.Schedule);
        var starts = new DateTimeOffset[rules.CountFor(visit)];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = slot.Start + (i * rules.Length);
        }

        return starts;
    }

    private bool IsOpen(DateOnly day) => !FrenchHolidays.IsHoliday(day) && !clinic.IsClosed(day);
}
