using System.Globalization;
using System.Text;

namespace ChatbotSante.Tests.Understanding.Dates;

/// <summary>What typing and recognition do to a sentence, from a seed.</summary>
internal static class SentenceNoise
{
    private static readonly (string Written, string Heard)[] Homophones =
    [
        ("heures", "heure"),
        ("jours", "jour"),
        ("matin", "matins"),
        ("mardi", "mardis"),
        ("à", "a"),
        ("et", "est"),
        ("mois", "moi"),
        ("vers", "vert"),
        ("fin", "faim"),
        ("ou", "où"),
    ];

    public static readonly IReadOnlyDictionary<string, Func<string, Random, string>> Kinds =
        new Dictionary<string, Func<string, Random, string>>(StringComparer.Ordinal)
        {
            ["as written"] = (text, _) => text,
            ["no accents, capitals"] = (text, _) => WithoutAccents(text).ToUpperInvariant(),
            ["no punctuation"] = (text, _) =>
                string.Concat(
                    text.Select(c => c is ',' or '.' or '!' or '?' or ';' or '\'' or '-' ? ' ' : c)
                ),
            ["a wrong keystroke in one word in six"] = Typos,
            ["one homophone in two"] = Heard,
        };

    private static string WithoutAccents(string text) =>
        string.Concat(
            text.Normalize(NormalizationForm.FormD)
                .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
        );

    private static string Typos(string text, Random random) =>
        string.Join(
            ' ',
            text.Split(' ')
                .Select(word =>
                    word.Length >= 4 && word.All(char.IsLetter) && random.Next(6) == 0
                        ? Typo(word, random)
                        : word
                )
        );

    private static string Typo(string word, Random random)
    {
        var at = random.Next(1, word.Length - 1);
        return random.Next(3) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, word[at].ToString()),
            _ => string.Concat(
                word.AsSpan(0, at),
                word.AsSpan(at + 1, 1),
                word.AsSpan(at, 1),
                word.AsSpan(at + 2)
            ),
        };
    }

    private static string Heard(string text, Random random) =>
        string.Join(
            ' ',
            text.ToLowerInvariant()
                .Split(' ')
                .Select(word =>
                    Homophones.FirstOrDefault(pair => pair.Written == word) is { Heard: { } heard }
                    && random.Next(2) == 0
                        ? heard
                        : word
                )
        );
}
