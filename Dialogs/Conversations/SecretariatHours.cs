using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Nlu.Dates;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>When somebody answers the secretariat's telephone; the reception's hours when the clinic's file says no more.</summary>
public static class SecretariatHours
{
    /// <summary>« du lundi au vendredi, de 8 h à 18 h ».</summary>
    public static string Text(Clinic clinic)
    {
        ArgumentNullException.ThrowIfNull(clinic);
        return string.Join(" ; ", OpeningText.Lines(Of(clinic)));
    }

    /// <summary>Whether somebody answers at an instant.</summary>
    public static bool IsOpen(Clinic clinic, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(clinic);
        var local = clinic.Local(now);
        var time = TimeOnly.FromDateTime(local);
        return !FrenchHolidays.IsHoliday(DateOnly.FromDateTime(local))
            && Of(clinic)
                .Any(period =>
                    period.Day == local.DayOfWeek && period.From <= time && time < period.To
                );
    }

    private static IReadOnlyList<OpeningPeriod> Of(Clinic clinic) =>
        clinic.SecretariatHours.Count > 0 ? clinic.SecretariatHours : clinic.Opening;
}
