using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ChatbotSante.Redaction;
using ChatbotSante.Tests.Support;

namespace ChatbotSante.Tests.Redaction.Evaluation;

/// <summary>Writes a passage as a recogniser of French speech would: lower case, no punctuation, numbers and signs in words.</summary>
internal static partial class SpeechRenderer
{
    private static readonly string[] Months =
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];

    private static readonly Dictionary<string, string> Said = new(StringComparer.Ordinal)
    {
        ["M."] = "monsieur",
        ["Mr"] = "monsieur",
        ["MR"] = "monsieur",
        ["Mme"] = "madame",
        ["MME"] = "madame",
        ["Mlle"] = "mademoiselle",
        ["Dr"] = "docteur",
        ["dr"] = "docteur",
        ["Pr"] = "professeur",
        ["rdv"] = "rendez-vous",
        ["n°"] = "numéro",
        ["N°"] = "numéro",
        ["svp"] = "s'il vous plaît",
        ["tél"] = "téléphone",
        ["tel"] = "téléphone",
        ["TEL"] = "téléphone",
        ["°"] = "degrés",
        ["°C"] = "degrés",
        ["%"] = "pour cent",
        ["€"] = "euros",
        ["+"] = "plus",
        ["&"] = "et",
    };

    /// <summary>Only after a number: alone, « g » is a message's « j'ai », and « m » the beginning of « m'a ».</summary>
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["mg"] = "milligrammes",
        ["kg"] = "kilos",
        ["m"] = "mètre",
        ["cm"] = "centimètres",
        ["mm"] = "millimètres",
        ["ml"] = "millilitres",
        ["g"] = "grammes",
        ["h"] = "heures",
    };

    public static string Render(Passage passage)
    {
        var text = passage.Category switch
        {
            DataCategory.Email or DataCategory.Online => Address(passage.Text),
            DataCategory.Phone => Phone(passage.Text),
            DataCategory.Nir or DataCategory.Ins => Groups(passage.Text, 1, 2, 2, 2, 3, 3, 2),
            DataCategory.Card
            or DataCategory.Iban
            or DataCategory.FileNumber
            or DataCategory.IdDocument
            or DataCategory.Plate
            or DataCategory.ProId
            or DataCategory.InsurerId
            or DataCategory.Secret => Reference(passage.Text),
            _ => Sentence(passage.Text),
        };
        return Edges(passage.Text, Spaces().Replace(text, " ").Trim().ToLowerInvariant());
    }

    /// <summary>The spaces around the passage are its own: without them two words would become one.</summary>
    private static string Edges(string original, string said) =>
        said.Length == 0
            ? string.IsNullOrWhiteSpace(original) || !original.Any(char.IsLetterOrDigit)
                ? " "
                : said
            : (char.IsLetterOrDigit(original[0]) || original[0] == '\'' ? "" : " ")
                + said
                + (
                    char.IsLetterOrDigit(original[^1]) || original[^1] is '\'' or '\u2019'
                        ? ""
                        : " "
                );

    private static string Sentence(string text)
    {
        text = IsoDate().Replace(text, SayDate);
        text = NumericDate().Replace(text, SayDate);
        text = Clock()
            .Replace(
                text,
                m =>
                    $" {FrenchNumberWords.Of(Number(m, "h"))} heures "
                    + (m.Groups["m"].Length > 0 ? FrenchNumberWords.Of(Number(m, "m")) : "")
                    + " "
            );
        text = Decimal()
            .Replace(
                text,
                m =>
                    $" {FrenchNumberWords.Of(Number(m, "whole"))} virgule {FrenchNumberWords.Of(Number(m, "part"))} "
            );
        var said = new StringBuilder();
        var isAfterNumber = false;
        foreach (Match token in Token().Matches(text))
        {
            var value = token.Value;
            if (value == " ")
            {
                said.Append(value);
                continue;
            }

            var isUnit = isAfterNumber;
            isAfterNumber = char.IsAsciiDigit(value[0]);
            if (isAfterNumber)
            {
                said.Append(' ')
                    .Append(value.Length <= 5 ? SayDigits(value) : Groups(value, 2))
                    .Append(' ');
            }
            else if (
                Said.TryGetValue(value, out var word)
                || (isUnit && Units.TryGetValue(value, out word))
            )
            {
                said.Append(' ').Append(word).Append(' ');
            }
            else if (char.IsLetter(value[0]) || value[0] is '\'' or '\u2019' or '-')
            {
                said.Append(value);
            }
            else
            {
                said.Append(' ');
            }
        }

        return said.ToString();
    }

    private static string SayDate(Match m)
    {
        var (day, month) = (Number(m, "day"), Number(m, "month"));
        if (day is < 1 or > 31 || month is < 1 or > 12)
        {
            return m.Value;
        }

        var year = m.Groups["year"].Value;
        return $" {(day == 1 ? "premier" : FrenchNumberWords.Of(day))} {Months[month - 1]} {(year.Length == 0 ? "" : SayDigits(year))} ";
    }

    /// <summary>Group by group where the writer made groups, two digits at a time where not.</summary>
    private static string Phone(string text)
    {
        if (!text.Any(char.IsWhiteSpace) && text.All(c => char.IsAsciiDigit(c) || c == '+'))
        {
            return Groups(text, 2);
        }

        var said = new StringBuilder();
        foreach (Match token in ReferenceToken().Matches(text))
        {
            said.Append(' ')
                .Append(
                    token.Value == "+" ? "plus"
                    : char.IsAsciiDigit(token.Value[0]) && token.Length <= 4
                        ? SayDigits(token.Value)
                    : char.IsAsciiDigit(token.Value[0]) ? Groups(token.Value, 2)
                    : token.Value
                );
        }

        return said.ToString();
    }

    private static string Address(string text)
    {
        var said = new StringBuilder();
        foreach (Match token in AddressToken().Matches(text))
        {
            var value = token.Value;
            said.Append(
                value switch
                {
                    "." => " point ",
                    "@" => " arobase ",
                    "-" => " tiret ",
                    "_" => " underscore ",
                    "/" => " slash ",
                    ":" => " deux points ",
                    _ when char.IsAsciiDigit(value[0]) => $" {SayDigits(value)} ",
                    _ when char.IsLetter(value[0]) => value,
                    _ => " ",
                }
            );
        }

        return said.ToString();
    }

    /// <summary>Digits in groups of these sizes, the last one going on; letters between them one by one.</summary>
    private static string Groups(string text, params int[] sizes)
    {
        var said = new StringBuilder();
        var group = 0;
        var run = new StringBuilder();
        foreach (Match token in ReferenceToken().Matches(text))
        {
            if (token.Value == "+")
            {
                said.Append(" plus ");
            }
            else if (char.IsAsciiDigit(token.Value[0]))
            {
                run.Append(token.Value);
                while (run.Length >= sizes[Math.Min(group, sizes.Length - 1)])
                {
                    var size = sizes[Math.Min(group, sizes.Length - 1)];
                    said.Append(' ').Append(SayDigits(run.ToString(0, size)));
                    run.Remove(0, size);
                    group++;
                }
            }
            else
            {
                Flush(run, said);
                said.Append(' ').Append(token.Value);
            }
        }

        Flush(run, said);
        return said.ToString();
    }

    private static void Flush(StringBuilder run, StringBuilder said)
    {
        if (run.Length > 0)
        {
            said.Append(' ').Append(SayDigits(run.ToString()));
            run.Clear();
        }
    }

    /// <summary>« FA-24-009817 »: capitals letter by letter, short numbers as numbers, long ones two digits at a time.</summary>
    private static string Reference(string text)
    {
        var said = new StringBuilder();
        foreach (Match token in ReferenceToken().Matches(text))
        {
            var value = token.Value;
            if (char.IsAsciiDigit(value[0]))
            {
                said.Append(value.Length <= 3 ? $" {SayDigits(value)}" : Groups(value, 2));
            }
            else if (char.IsLetter(value[0]))
            {
                var isSpelled = value.Length <= 2 || value.All(char.IsUpper);
                said.Append(' ').Append(isSpelled ? string.Join(' ', value.AsEnumerable()) : value);
            }
        }

        return said.ToString();
    }

    /// <summary>A number as it is read aloud: its leading zeros one by one.</summary>
    private static string SayDigits(string digits)
    {
        var zeros = digits.Length - digits.TrimStart('0').Length;
        var rest = digits[zeros..];
        var words = Enumerable.Repeat("zéro", zeros);
        return string.Join(
            ' ',
            rest.Length == 0
                ? words
                : words.Append(FrenchNumberWords.Of(int.Parse(rest, CultureInfo.InvariantCulture)))
        );
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Length == 0
            ? 0
            : int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<![\d/.-])(?<day>\d{1,2})(?<s>[/.-])(?<month>\d{1,2})(\k<s>(?<year>\d{4}|\d{2}))?(?![\d/]|[.-]\d)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex NumericDate();

    [GeneratedRegex(
        @"(?<!\d)(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex IsoDate();

    [GeneratedRegex(
        @"(?<!\d)(?<h>\d{1,2})\s?[hH](?<m>\d{2})?(?![\p{L}\d])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"(?<![\d,])(?<whole>\d{1,4})[.,](?<part>\d{1,3})(?![\d,])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Decimal();

    [GeneratedRegex(
        @"\d+|M\.|[nN]°|°C?|\p{L}[\p{L}\p{M}]*|[\s\S]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Token();

    [GeneratedRegex(
        @"\d+|\p{L}+|[\s\S]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex AddressToken();

    [GeneratedRegex(
        @"\d+|\p{L}+|\+",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ReferenceToken();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spaces();
}
