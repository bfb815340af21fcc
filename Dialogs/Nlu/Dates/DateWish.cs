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

    [JsonIgnore]
    public bool HasDay => From is not null;

    [JsonIgnore]
    public bool HasWindow => Earliest is not null || Latest is not null;

    /// <summary>What is said now, completed by what was said before: « jeudi » keeps « le matin », « l'après-midi » keeps the day.</summary>
    public DateWish Over(DateWish? earlier)
    {
        if (earlier is null)
        {
            return this;
        }

        var never = this with { Except = Except | earlier.Except };
        return (HasDay, HasWindow) switch
        {
            (true, true) => never,
            (true, false) => never with { Earliest = earlier.Earliest, Latest = earlier.Latest },
            (false, true) => never with { From = earlier.From, To = earlier.To },
            _ => never with { Earliest = earlier.Earliest, Latest = earlier.Latest },
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
            && (Except & Bit(day.DayOfWeek)) == 0;
    }
}
