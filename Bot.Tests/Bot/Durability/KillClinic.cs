using System.Globalization;
using System.Text;

namespace ChatbotSante.Tests.Bot.Durability;

/// <summary>An invented clinic large enough for a long proof: many practitioners, and one department where all meet.</summary>
internal static class KillClinic
{
    /// <summary>Length of a slot; a visit in cardiology takes three.</summary>
    public const int SlotMinutes = 10;

    private static readonly string[] Starts =
    [
        "Bav",
        "Cor",
        "Dul",
        "Fam",
        "Gor",
        "Jav",
        "Kel",
        "Lum",
        "Mov",
        "Nar",
        "Pov",
        "Rav",
        "Sul",
        "Tov",
        "Vul",
        "Zam",
    ];
    private static readonly string[] Ends =
    [
        "olor",
        "enix",
        "udan",
        "apok",
        "iruz",
        "osten",
        "alvik",
        "ubert",
    ];

    private static string[] Names { get; } =
    [.. Starts.SelectMany(start => Ends.Select(end => start + end))];

    public static string Yaml()
    {
        var yaml = new StringBuilder(
            """
            name: Clinique de l'Épreuve
            address: 1 rue de l'Essai, 37000 Tours
            phone: "02 61 91 10 00"
            secretariat_mailbox: secretariat@essai.example
            parking: entrée rue de l'Essai
            visits: de 13 h à 20 h
            opening: {mon-fri: ["08:00-19:00"]}
            slots: {length_minutes: 10, days: mon-fri, hours: ["08:00-12:00", "13:00-19:00"], horizon_days: 120}
            visit_reasons:
              - {id: bilan, specialty: cardiologie, label: bilan, words: [], length_minutes: 30}
            specialties:
              - {id: cardiologie, label: cardiologie, words: [cardio]}
              - {id: dermatologie, label: dermatologie, words: [dermato]}
            practitioners:

            """
        );
        for (var i = 0; i < Names.Length; i++)
        {
            // The first two are the department where everybody wants the same slots.
            var specialty = i < 2 ? "dermatologie" : "cardiologie";
            yaml.Append(
                CultureInfo.InvariantCulture,
                $"  - {{id: {Names[i].ToLowerInvariant()}, name: {Names[i]}, title: Dr, specialty: {specialty}}}\n"
            );
        }

        return yaml.ToString();
    }

    /// <summary>Half the requests name somebody and a day, half want the department and as soon as possible.</summary>
    public static string Request(Random random)
    {
        var name = Names[random.Next(2, Names.Length)];
        var day = random.Next(1, 29);
        return random.Next(2) == 0
            ? "je voudrais un rendez-vous en dermatologie le plus tôt possible"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"je voudrais un rendez-vous avec le docteur {name} le {day} janvier"
            );
    }

    /// <summary>The slot a confirmation names: its moment and its practitioner.</summary>
    public static string SlotIn(string confirmation)
    {
        var from = confirmation.IndexOf(": ", StringComparison.Ordinal) + 2;
        var moment = confirmation[from..confirmation.IndexOf(", ", from, StringComparison.Ordinal)];
        var with = confirmation.IndexOf("avec le ", StringComparison.Ordinal) + "avec le ".Length;
        return Slot(moment, confirmation[with..confirmation.IndexOf('.', with)]);
    }

    public static string Slot(string moment, string practitioner) => $"{moment} / {practitioner}";
}
