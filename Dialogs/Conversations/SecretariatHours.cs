using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu.Dates;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>When somebody answers the secretariat's telephone; on a public holiday, nobody does.</summary>
public static class SecretariatHours
{
    /// <summary>« du lundi au vendredi, de 8 h à 18 h ».</summary>
    public static string Text(Clinic clinic)
    {
        ArgumentNullException.ThrowIfNull(clinic);
        return string.Join(" ; ", OpeningText.Lines(clinic.SecretariatHours));
    }

    /// <summary>Whether somebody answers at an instant.</summary>
    public static bool IsOpen(Clinic clinic, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(clinic);
        var local = clinic.Local(now);
        var time = TimeOnly.FromDateTime(local);
        var day = DateOnly.FromDateTime(local);
        return !FrenchHolidays.IsHoliday(day)
            && !clinic.IsClosed(day)
            && clinic.SecretariatHours.Any(period =>
                period.Day == local.DayOfWeek && period.From <= time && time < period.To
            );
    }
}
