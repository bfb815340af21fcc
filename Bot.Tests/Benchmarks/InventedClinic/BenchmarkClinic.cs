using System.Globalization;
using System.Text;

namespace ChatbotSante.Benchmarks.InventedClinic;

/// <summary>Writes the invented clinic of the load program: one specialty, many practitioners, the hours of the demonstration clinic.</summary>
/// <remarks>
/// The schema of <c>clinic.yml</c> appears here and nowhere else in the benchmarks. With 1,000 practitioners there are 14 slots of
/// 30 minutes for each working day of each, about 800,000 within the horizon.
/// </remarks>
internal static class BenchmarkClinic
{
    /// <summary>Writes the file, replacing one that is there.</summary>
    public static void Write(string path, IEnumerable<string> practitioners)
    {
        var yaml = new StringBuilder();
        yaml.Append(
            """
            # An invented establishment for measurements only; written by the load program.
            name: Clinique de la Mesure
            address: 1 rue de l'Essai, 37000 Tours
            phone: "02 61 91 10 00"
            continuity_phone: "02 61 91 10 15"
            secretariat_mailbox: secretariat@essai.example
            parking: entrée rue de l'Essai
            opening: {mon-fri: ["08:00-19:00"], sat: ["08:00-12:00"]}
            visits: de 13 h à 20 h, deux personnes à la fois
            slots: {length_minutes: 30, days: mon-fri, hours: ["09:00-12:00", "14:00-18:00"], horizon_days: 90}
            specialties:
              - {id: cardiologie, label: cardiologie, words: [cardio, cardiologue]}
            practitioners:

            """
        );
        foreach (var name in practitioners)
        {
            yaml.Append(
                CultureInfo.InvariantCulture,
                $"  - {{id: {name.ToLowerInvariant()}, name: {name}, title: Dr, specialty: cardiologie}}\n"
            );
        }

        File.WriteAllText(path, yaml.ToString());
    }
}
