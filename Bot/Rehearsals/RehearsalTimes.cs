using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatbotSante.Bot.Rehearsals;

/// <summary>Times as they are written in a rehearsal.</summary>
internal static partial class RehearsalTimes
{
    /// <summary>How a time of the clinic's wall clock is written.</summary>
    public const string LocalFormat = "yyyy-MM-dd HH:mm";

    /// <summary>« 2026-11-24 10:45 », the clinic's wall clock.</summary>
    public static bool TryReadLocal(string text, out DateTime local) =>
        DateTime.TryParseExact(
            text,
            LocalFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out local
        );

    /// <summary>« 45 s », « 30 min », « 2 h », « 1 h 30 », « 3 jours », « 500 ms ».</summary>
    public static bool TryReadDuration(string text, out TimeSpan duration)
    {
        duration = default;
        if (Duration().Match(text) is not { Success: true } match)
        {
            return false;
        }

        var count = Number(match.Groups["count"]);
        duration = match.Groups["unit"].Value switch
        {
            "ms" => TimeSpan.FromMilliseconds(count),
            "s" => TimeSpan.FromSeconds(count),
            "min" => TimeSpan.FromMinutes(count),
            "h" => TimeSpan.FromHours(count)
                + TimeSpan.FromMinutes(Number(match.Groups["minutes"])),
            _ => TimeSpan.FromDays(count),
        };
        return true;
    }

    private static int Number(Group digits) =>
        digits.Success ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(?<count>\d{1,4}) ?((?<unit>ms|s|min|jours?)|(?<unit>h)( ?(?<minutes>[0-5]\d))?)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Duration();
}
