using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu.Slots;
using ChatbotSante.Tests.Support;

namespace ChatbotSante.Tests.Understanding.Dates;

/// <summary>The reader of slots, with the content that ships and the practitioners of the demonstration clinic.</summary>
internal static class SlotReaders
{
    public static BookingSlotReader Demonstration { get; } =
        new(
            new SpecialtyLexicon(
                ContentReader.Specialties("soins.yml", Lexicon("soins.yml")),
                ContentReader.Spelling("orthographe.yml", Lexicon("orthographe.yml"))
            ),
            new PractitionerNames([
                "Lambert",
                "Morel",
                "Nguyen",
                "Girard",
                "Petit",
                "Benali",
                "Haddad",
                "Rousseau",
                "Keita",
                "Faure",
            ]),
            ContentReader.Specialties("motifs.yml", Lexicon("motifs.yml"))["motifs"]
        );

    private static string Lexicon(string name) =>
        File.ReadAllText(Checkout.PathOf($"Dialogs/Content/fr-FR/lexicon/{name}"));
}
