using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Care.Identity;

/// <summary>
/// Finds a person without storing who it is: the first 128 bits of HMAC-SHA-256 over family name and date of birth, the name
/// without accents, case, spaces, hyphens and apostrophes.
/// </summary>
[SuppressMessage(
    "Privacy",
    "CBS0002:Patient data is made part of a text",
    Justification = "The words of a name are put together here to be compared, or hashed under a key; they go nowhere else."
)]
public static class PersonIndex
{
    /// <summary>Length of an index, in bytes.</summary>
    public const int Length = 16;

    /// <summary>More words than any name has: what follows is not looked at.</summary>
    private const int MaxWords = 8;

    private static readonly char[] Separators = [' ', '-', '\'', '\u2019'];

    /// <summary>The index of a name on file.</summary>
    /// <param name="secret">The installation's key of indexes, 32 bytes.</param>
    /// <param name="name">The name.</param>
    /// <param name="birthDate">The date of birth.</param>
    public static byte[] Of(ReadOnlySpan<byte> secret, PersonName name, BirthDate birthDate)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Hash(secret, string.Concat(Words(name.RevealFamily())), birthDate);
    }

    /// <summary>The indexes that a declared name may have on file: people write the first name first or last, and some of several.</summary>
    public static IReadOnlyList<byte[]> Candidates(
        ReadOnlySpan<byte> secret,
        PersonName declared,
        BirthDate birthDate
    )
    {
        ArgumentNullException.ThrowIfNull(declared);
        var words = AllWords(declared);
        var indexes = new List<byte[]>();
        for (var from = 0; from < words.Length; from++)
        {
            for (var to = from + 1; to <= words.Length; to++)
            {
                // The whole leaves no first name.
                if (to - from < words.Length)
                {
                    indexes.Add(Hash(secret, string.Concat(words[from..to]), birthDate));
                }
            }
        }

        return indexes;
    }

    /// <summary>How well a declared name is that of a person on file.</summary>
    /// <returns>2 for the same words, 1 for the same family name and one first name of several, 0 for somebody else.</returns>
    public static int Likeness(PersonName onFile, PersonName declared)
    {
        ArgumentNullException.ThrowIfNull(onFile);
        ArgumentNullException.ThrowIfNull(declared);
        var family = string.Concat(Words(onFile.RevealFamily()));
        var given = Words(onFile.RevealGiven());
        var words = AllWords(declared);
        var best = 0;
        for (var from = 0; from < words.Length; from++)
        {
            for (var to = from + 1; to <= words.Length; to++)
            {
                var rest = (string[])[.. words[..from], .. words[to..]];
                if (rest.Length > 0 && string.Concat(words[from..to]) == family)
                {
                    best = Math.Max(
                        best,
                        string.Concat(rest) == string.Concat(given) ? 2
                            : rest.Intersect(given, StringComparer.Ordinal).Any() ? 1
                            : 0
                    );
                }
            }
        }

        return best;
    }

    [return: IdentityData]
    private static string[] AllWords(PersonName name)
    {
        var words = (string[])[.. Words(name.RevealFamily()), .. Words(name.RevealGiven())];
        return words.Length <= MaxWords ? words : words[..MaxWords];
    }

    [return: IdentityData]
    private static string[] Words([IdentityData] string part) =>
        [
            .. part.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase)
                .Replace("æ", "ae", StringComparison.OrdinalIgnoreCase)
                .Split(Separators, StringSplitOptions.RemoveEmptyEntries)
                .Select(FoldedText.FoldWord),
        ];

    private static byte[] Hash(
        ReadOnlySpan<byte> secret,
        [IdentityData] string family,
        BirthDate birthDate
    ) =>
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{family}\n{birthDate.RevealIso()}"))[
            ..Length
        ];
}
