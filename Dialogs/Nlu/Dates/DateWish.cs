using System.Text.Json.Serialization;

namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>When somebody wishes to come: days, and a window of the clock on each. Clinic's local time.</summary>
/// <param name="From">First day; null when only the time of day was said.</param>
/// <param name="To">Last day, included; null for open.</param>
/// <param name="Earliest">Start of the daily window, included; null for open.</param>
/// <param name="Latest">End of the daily window, excluded; null for open.</param>
public sealed record DateWish(
    DateOnly? From,
    DateOnly? To,
    TimeOnly? Earliest = null,
    TimeOnly? Latest = null
)
{
    /// <summary>As soon as possible: no bound at all.</summary>
    public static DateWish AnyTime { get; } = new(null, null);

    /// <summary>Days of the week on which somebody cannot come, one bit each (1 for Sunday, 2 for Monday…); 0 for none.</summary>
    public int Except { get; init; }

    /// <summary>2 for every second week from <see cref="From"/> on; 0 for each.</summary>
    public int EveryWeeks { get; init; }

    /// <summary>What would do as well: « mardi ou jeudi ».</summary>
    public DateWish? Or { get; init; }

    /// <summary>« Jeudi 27 », which is a Friday: the Thursday. Until it is known which was meant, neither is searched.</summary>
    public DateOnly? Instead { get; init; }

    /// <summary>Whether the one day wished for is one of two, and nobody has asked which.</summary>
    [JsonIgnore]
    public bool IsInDoubt => Instead is not null;

    /// <summary>The two days of which one was meant, the earlier first; none where there is no doubt.</summary>
    [JsonIgnore]
    public IReadOnlyList<DateOnly> Doubted =>
        (From, Instead) is not ({ } numbered, { } other) ? []
        : numbered < other ? [numbered, other]
        : [other, numbered];

    [JsonIgnore]
    public bool HasDay => From is not null;

    [JsonIgnore]
    public bool HasWindow => Earliest is not null || Latest is not null;

    /// <summary>The first day that any alternative admits; null for open.</summary>
    [JsonIgnore]
    public DateOnly? FirstDay =>
        Or is null ? From
        : From is null || Or.FirstDay is null ? null
        : From < Or.FirstDay ? From
        : Or.FirstDay;

    /// <summary>The last day that any alternative admits; null for open.</summary>
    [JsonIgnore]
    public DateOnly? LastDay =>
        Or is null ? To
        : To is null || Or.LastDay is null ? null
        : To > Or.LastDay ? To
        : Or.LastDay;

    /// <summary>What is said now, completed by what was said before: « jeudi » keeps « le matin », « l'après-midi » keeps the day.</summary>
    public DateWish Over(DateWish? earlier)
    {
        if (earlier is null)
        {
            return this;
        }

        // « Plutôt l'après-midi », after « mardi ou jeudi »: of both.
        if (this is { HasDay: false, Or: null, Except: 0 } && HasWindow && earlier.Or is { } other)
        {
            return Completed(earlier) with { Or = Over(other) };
        }

        return Completed(earlier) with
        {
            Or = Or?.Over(earlier with { Or = null }),
        };
    }

    /// <summary>The bit of a day of the week in <see cref="Except"/>.</summary>
    public static int Bit(DayOfWeek day) => 1 << (int)day;

    public bool Admits(DateTime local)
    {
        var day = DateOnly.FromDateTime(local);
        var time = TimeOnly.FromDateTime(local);
        return (From is null || day >= From)
                && (To is null || day <= To)
                && (Earliest is null || time >= Earliest)
                && (Latest is null || time < Latest)
                && (Except & Bit(day.DayOfWeek)) == 0
                && IsItsWeek(day)
            || Or?.Admits(local) == true;
    }

    /// <summary>The same on one of the two days that were in doubt.</summary>
    public DateWish On(DateOnly day) => this with { From = day, To = day, Instead = null };

    private DateWish Completed(DateWish earlier)
    {
        // What is now said to be the only day takes back that it was refused.
        var except = Except | earlier.Except;
        var never = this with { Except = except == Weekdays.All ? Except : except };
        return (HasDay, HasWindow) switch
        {
            (true, true) => never,
            (true, false) => never with { Earliest = earlier.Earliest, Latest = earlier.Latest },
            (false, true) => never with
            {
                From = earlier.From,
                To = earlier.To,
                EveryWeeks = earlier.EveryWeeks,
                Instead = earlier.Instead,
            },
            _ => never with { Earliest = earlier.Earliest, Latest = earlier.Latest },
        };
    }

    private bool IsItsWeek(DateOnly day) =>
        EveryWeeks <= 1
        || From is not { } from
        || (Weekdays.Monday(day).DayNumber - Weekdays.Monday(from).DayNumber) / 7 % EveryWeeks == 0;
}
