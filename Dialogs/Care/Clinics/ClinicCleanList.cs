using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Care.Clinics;

/// <summary>What the clinic itself tells everybody, so that it is hidden nowhere: its name, numbers, sites.</summary>
public static class ClinicCleanList
{
    public static CleanList Of(Clinic clinic)
    {
        ArgumentNullException.ThrowIfNull(clinic);
        string?[] texts =
        [
            clinic.Name,
            clinic.Phone,
            clinic.ContinuityPhone,
            clinic.PoisonCentrePhone,
            .. clinic.Sites.SelectMany(site => new[] { site.Name, site.Address }),
        ];
        return CleanList.Of([.. texts.OfType<string>().Where(text => text.Length > 0)]);
    }
}
