using ChatbotSante.Bot.Clinics;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Care.Sheets;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Emergencies;
using ChatbotSante.Dialogs.Nlu.Intents;
using ChatbotSante.Dialogs.Nlu.Slots;
using ChatbotSante.Tests.Support;

namespace ChatbotSante.Tests.Dialogs;

/// <summary>The invented clinic that ships, and the content that ships, read once from the working copy.</summary>
internal static class DemonstrationClinic
{
    /// <summary>Monday 23 November 2026, nine o'clock, at the clinic.</summary>
    public static readonly DateTimeOffset MondayMorning = new(
        2026,
        11,
        23,
        9,
        0,
        0,
        TimeSpan.FromHours(1)
    );

    public static Clinic Clinic { get; } =
        ClinicReader.ReadFile(Checkout.PathOf("Bot/Clinics/demonstration/clinic.yml"));

    /// <summary>The same clinic with some things written otherwise in its file.</summary>
    public static Clinic With(params IEnumerable<(string Written, string Instead)> changes) =>
        ClinicReader.Read(
            changes.Aggregate(
                File.ReadAllText(Checkout.PathOf("Bot/Clinics/demonstration/clinic.yml")),
                (yaml, change) =>
                    yaml.Replace(change.Written, change.Instead, StringComparison.Ordinal)
            )
        );

    /// <summary>The same on two sites: the Dr Petit's consultations are on the second.</summary>
    public static Clinic WithTwoSites { get; } =
        With(
            (
                "address: 12 rue des Lilas, 37000 Tours\n",
                "sites:\n"
                    + "  - { id: lilas, name: Site des Lilas, address: \"12 rue des Lilas, 37000 Tours\", parking: rue des Lilas }\n"
                    + "  - { id: gare, name: Site de la Gare, address: \"3 place de la Gare, 37000 Tours\", parking: en face }\n"
            ),
            ("parking: entrée rue des Lilas, première heure gratuite\n", string.Empty),
            (", title: Dr,", ", title: Dr, site: lilas,"),
            ("{ id: imagerie, specialty:", "{ id: imagerie, site: lilas, specialty:"),
            ("site: lilas, specialty: orthopedie }", "site: gare, specialty: orthopedie }")
        );

    public static ReplyCatalog Replies { get; } =
        ContentReader.Replies(
            Directory
                .EnumerateFiles(Checkout.PathOf("Dialogs/Content/fr-FR/replies"), "*.yml")
                .Select(file => (Path.GetFileName(file), File.ReadAllText(file)))
        );

    public static IReadOnlyList<EmergencyFamily> EmergencyFamilies { get; } =
        ContentReader.Emergencies(
            "urgences.yml",
            File.ReadAllText(Checkout.PathOf("Dialogs/Content/fr-FR/lexicon/urgences.yml"))
        );

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Specialties { get; } =
        Lexicon("specialites.yml");

    public static SpellingRules Spelling { get; } =
        ContentReader.Spelling(
            "orthographe.yml",
            File.ReadAllText(Checkout.PathOf("Dialogs/Content/fr-FR/lexicon/orthographe.yml"))
        );

    /// <summary>How people ask for an appointment in it.</summary>
    public static BookingSlotReader Slots { get; } = SlotsOf(Clinic);

    /// <summary>How people ask for an appointment in a clinic.</summary>
    public static BookingSlotReader SlotsOf(Clinic clinic) =>
        new(
            new SpecialtyLexicon(Lexicon("soins.yml"), Spelling),
            new PractitionerNames(clinic.Practitioners.Select(one => one.Name).OfType<string>()),
            Lexicon("motifs.yml")["motifs"]
        );

    public static ClinicRequestReader Requests { get; } = RequestsOf(Clinic);

    public static ClinicRequestReader RequestsOf(Clinic clinic) =>
        new(clinic, new ClinicVocabulary(clinic, Specialties), SlotsOf(clinic));

    public static SimpleUnderstander UnderstanderOf(Clinic clinic) =>
        new(new ClinicVocabulary(clinic, Specialties), RequestsOf(clinic), Intents, Reader, Acts);

    public static EmergencyDetector Emergencies { get; } =
        new(EmergencyFamilies, Spelling, EmergencyModel.Load());

    public static IReadOnlyList<IntentLexicon> IntentLexicon { get; } =
        ContentReader.Intents(
            Directory
                .EnumerateFiles(Checkout.PathOf("Dialogs/Content/fr-FR/intents"), "*.yml")
                .Select(file => (Path.GetFileName(file), File.ReadAllText(file)))
        );

    public static IntentRules Intents { get; } = new(IntentLexicon, Spelling);

    public static IntentReader Reader { get; } = new(IntentClassifier.Create());

    /// <summary>The sheets that ship, the invented ones too.</summary>
    public static SheetCatalog Sheets { get; } =
        new(
            Directory
                .EnumerateFiles(Checkout.PathOf("Dialogs/Content/fr-FR/sheets"), "*.md")
                .Select(file =>
                    ContentReader.Sheet(Path.GetFileName(file), File.ReadAllText(file))
                ),
            servesDemonstration: true
        );

    /// <summary>The same, and first gestures that an invented physician of the clinic signed.</summary>
    public static SheetCatalog WithFirstGestures { get; } =
        new(
            [
                .. Sheets.Served,
                Sign(
                    new Sheet
                    {
                        Id = "gestes-u4",
                        Title = "premiers gestes",
                        Acts = [],
                        Version = 1,
                        Text = "Appuyez sur la plaie avec un linge propre.",
                        SignedBy = "Dr Élise Marchandeau",
                        SignedAs = SheetCatalog.Physician,
                        SignedOn = new DateOnly(2026, 10, 5),
                    }
                ),
            ],
            servesDemonstration: true
        );

    public static ActVocabulary Acts { get; } =
        new(Sheets.Served.Select(sheet => (sheet.Id, sheet.Acts)), Spelling);

    /// <summary>The sheet with the fingerprint of what it says.</summary>
    public static Sheet Sign(Sheet sheet) =>
        sheet with
        {
            Fingerprint = sheet.ComputeFingerprint(),
        };

    public static ReplyRenderer Renderer { get; } = new(Replies, Clinic);

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Lexicon(string name) =>
        ContentReader.Specialties(
            name,
            File.ReadAllText(Checkout.PathOf($"Dialogs/Content/fr-FR/lexicon/{name}"))
        );
}
