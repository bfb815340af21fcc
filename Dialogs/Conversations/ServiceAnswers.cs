using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>« Avez-vous un cardiologue ? », « qui opère la cataracte ? »: who receives for what, from the clinic's file.</summary>
public sealed class ServiceAnswers(Clinic clinic)
{
    public Reply Answer(Understanding heard)
    {
        ArgumentNullException.ThrowIfNull(heard);
        if (heard.Practitioner is { } id && clinic.Find(id) is { DisplayName: { } name } one)
        {
            return new Reply(
                "info.praticien",
                ("nom", name),
                ("specialite", clinic.LabelOf(one.Specialty))
            ).With(Booking(one.Specialty));
        }

        var serving = clinic.Serving(heard.Specialty, practitioner: null);
        if (heard.Specialty is not { } specialty || serving.Count == 0)
        {
            var all = clinic
                .Practitioners.Select(practitioner => clinic.LabelOf(practitioner.Specialty))
                .Distinct(StringComparer.Ordinal);
            return new Reply("info.specialites", ("liste", string.Join(", ", all))).With(
                "bouton.appeler-secretariat"
            );
        }

        var names = serving.Select(one => one.DisplayName).OfType<string>().ToArray();
        var label = clinic.LabelOf(specialty);
        return names.Length == 0
            ? new Reply("info.specialite", ("specialite", label)).With(Booking(specialty))
            : new Reply(
                "info.specialite-noms",
                ("specialite", label),
                ("noms", Listed(names))
            ).With(Booking(specialty));
    }

    private string Booking(string specialty) => $"=Rendez-vous en {clinic.LabelOf(specialty)}";

    private static string Listed(string[] names) =>
        names is [.. var first, var last] && first.Length > 0
            ? $"{string.Join(", ", first)} et {last}"
            : names[0];
}
