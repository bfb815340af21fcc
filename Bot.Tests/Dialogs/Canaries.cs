using System.Globalization;
using ChatbotSante.Redaction;
using CsCheck;

namespace ChatbotSante.Tests.Dialogs;

/// <summary>Invented values of every category, each unlike any word of the bot's own.</summary>
internal static class Canaries
{
    private static readonly string[] Families =
    [
        "Verlanchon",
        "Quibrac",
        "Moustérieux",
        "Brédinel",
        "Zorvat",
        "Le Guirradec",
    ];
    private static readonly string[] Givens =
    [
        "Jeanne",
        "Paul",
        "Ysaline",
        "Théodrix",
        "Lucie",
        "Karim",
    ];

    private static readonly Gen<Canary> Names =
        from family in Gen.Int[0, Families.Length - 1]
        from given in Gen.Int[0, Givens.Length - 1]
        from lead in Gen.Int[0, 4]
        let person = $"{Givens[given]} {Families[family]}"
        select new Canary(
            DataCategory.Name,
            lead switch
            {
                0 => $"je m'appelle {person}",
                1 => $"mon nom est {Families[family]} {Givens[given]}",
                2 => $"Madame {person}",
                3 => $"ma voisine {person}",
                _ => person,
            },
            FoldedText.FoldWord(Families[family].Split(' ')[^1])
        );

    private static readonly Gen<Canary> Phones =
        from digits in Gen.Int[0, 9999]
        from form in Gen.Int[0, 3]
        let last = digits.ToString("0000", CultureInfo.InvariantCulture)
        select new Canary(
            DataCategory.Phone,
            form switch
            {
                0 => $"06 39 98 {last[..2]} {last[2..]}",
                1 => $"063998{last}",
                2 => $"mon numéro c'est le 06.39.98.{last[..2]}.{last[2..]}",
                _ => $"+33 6 39 98 {last[..2]} {last[2..]}",
            },
            $"63998{last}",
            $"39 98 {last[..2]} {last[2..]}",
            $"39.98.{last[..2]}.{last[2..]}"
        );

    private static readonly Gen<Canary> BirthDates =
        from year in Gen.Int[1920, 1999]
        from month in Gen.Int[1, 12]
        from day in Gen.Int[1, 28]
        from form in Gen.Int[0, 2]
        let date = new DateOnly(year, month, day)
        let text = date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
        select new Canary(
            DataCategory.BirthDate,
            form switch
            {
                0 => $"né le {text}",
                1 => text,
                _ =>
                    $"je suis née le {date.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("fr-FR"))}",
            },
            text,
            date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );

    private static readonly Gen<Canary> Nirs =
        from sex in Gen.Int[1, 2]
        from year in Gen.Int[0, 99]
        from month in Gen.Int[1, 12]
        from department in Gen.OneOf(
            Gen.Const("37"),
            Gen.Const("2A"),
            Gen.Const("2B"),
            Gen.Const("75")
        )
        from order in Gen.Int[0, 999999]
        from form in Gen.Int[0, 3]
        let body = string.Create(
            CultureInfo.InvariantCulture,
            $"{sex}{year:00}{month:00}{department}{order:000000}"
        )
        let key = Key(body)
        let separator = form switch
        {
            0 => string.Empty,
            1 => " ",
            2 => ".",
            _ => "-",
        }
        let spaced = string.Join(
            separator,
            [body[..1], body[1..3], body[3..5], body[5..7], body[7..10], body[10..13], key]
        )
        select new Canary(
            DataCategory.Nir,
            $"ma sécu {spaced}",
            FoldedText.FoldWord(body),
            FoldedText.FoldWord(spaced),
            FoldedText.FoldWord(body[5..13]),
            string.Create(CultureInfo.InvariantCulture, $"{month:00}-{year:00}-0{sex}")
        );

    private static readonly Gen<Canary> Emails =
        from number in Gen.Int[100, 999]
        from name in Gen.Int[0, Families.Length - 1]
        let mailbox = string.Create(
            CultureInfo.InvariantCulture,
            $"{FoldedText.FoldWord(Families[name]).Replace(' ', '.')}.k{number}@courriel.example"
        )
        select new Canary(
            DataCategory.Email,
            $"mon mail {mailbox}",
            mailbox,
            $"k{number}",
            "courriel"
        );

    private static readonly Gen<Canary> Health = Gen.Int[0, HealthWords.Length - 1]
        .Select(i => new Canary(DataCategory.Condition, HealthWords[i].Said, HealthWords[i].Word));

    private static readonly Gen<Canary> Addresses =
        from number in Gen.Int[101, 199]
        from street in Gen.Int[0, Streets.Length - 1]
        from way in Gen.Int[0, Ways.Length - 1]
        from form in Gen.Int[0, 3]
        let line = string.Create(
            CultureInfo.InvariantCulture,
            $"{number} {Ways[way]} {Streets[street].Said}"
        )
        select new Canary(
            DataCategory.Address,
            form switch
            {
                0 => $"j'habite {line}",
                1 => $"{line}, 37550 Vauxbrelles",
                2 => $"au {line} à Vauxbrelles",
                _ => FoldedText.FoldWord($"mon adresse {line}"),
            },
            Streets[street].Trace,
            "vauxbrelles"
        );

    /// <summary>A canary of any category.</summary>
    public static Gen<Canary> Any { get; } =
        Gen.OneOf(Names, Phones, BirthDates, Nirs, Emails, Health, Addresses);

    /// <summary>What a booking asks for once its slot is chosen.</summary>
    public static Gen<Canary> Identity { get; } = Gen.OneOf(Names, Phones, BirthDates);

    private static (string Said, string Word)[] HealthWords =>
        [
            ("j'ai du diabète", "diabete"),
            ("je suis séropositive", "seropositive"),
            ("je prends du Xarelto", "xarelto"),
            ("je suis enceinte", "enceinte"),
            ("c'est pour ma dépression", "depression"),
            ("un cancer du foie", "cancer"),
            ("j'ai de la fièvre et des vertiges", "vertiges"),
            ("allergique à l'amoxicilline", "amoxicilline"),
            ("mon fils est épileptique", "epileptique"),
            ("sous méthadone", "methadone"),
            ("j'ai un œdème", "deme"),
        ];

    private static (string Said, string Trace)[] Streets =>
        [
            ("des Vieux Tilleulins", "tilleulins"),
            ("Alphonse Grandvoilier", "grandvoilier"),
            ("de la Fontaine Brisecœur", "fontaine"),
            ("du Général Pontarvert", "pontarvert"),
        ];

    private static string[] Ways =>
        ["rue", "avenue", "bis rue", "boulevard", "impasse", "allée", "chemin", "place"];

    private static string Key(string body)
    {
        var digits = body.Replace("2A", "19", StringComparison.Ordinal)
            .Replace("2B", "18", StringComparison.Ordinal);
        var number = long.Parse(digits, CultureInfo.InvariantCulture);
        return (97 - (number % 97)).ToString("00", CultureInfo.InvariantCulture);
    }
}
