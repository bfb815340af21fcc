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

    [JsonIgnore]
    public bool HasDay => From is not null;

    [JsonIgnore]
    public bool HasWindow => Earliest is not null || Latest is not null;

    /// <summary>What is said now, completed by what was said before: « jeudi » keeps « le matin », « l'après-midi » keeps the day.</summary>
    public DateWish Over(DateWish? earlier)
    {
        if (earlier is null || (HasDay && HasWindow))
        {
            return this;
        }

        if (HasDay)
        {
            return this with { Earliest = earlier.Earliest, Latest = earlier.Latest };
        }

        return HasWindow ? this with { From = earlier.From, To = earlier.To } : this;
    }

    public bool Admits(DateTime local)
    {
        var day = DateOnly.FromDateTime(local);
        var time = TimeOnly.FromDateTime(local);
        return (From is null || day >= From)
            && (To is null || day <= To)
            && (Earliest is null || time >= Earliest)
            && (Latest is null || time < Latest);
    }
}
