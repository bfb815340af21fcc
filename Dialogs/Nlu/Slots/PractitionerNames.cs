using System.Collections.Frozen;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Slots;

/// <summary>The surnames of a clinic's practitioners, as patients write and recognisers hear them.</summary>
public sealed class PractitionerNames
{
    /// <summary>Surnames that are words: alone they name nobody.</summary>
    private static readonly FrozenSet<string> Ordinary = FrozenSet.ToFrozenSet(
        (
            "petit petite grand legrand gros blanc leblanc noir roux rousse brun lebrun jeune lejeune vieux bon lebon beau lebeau fort court "
            + "long doux vert gris marchand boulanger boucher meunier berger maire roi leroy leroi prince duc comte page moulin fontaine "
            + "rivière riviere dupont pont bois dubois foret dumont mont mercier martin robin simon noel pascal vincent david thomas michel "
            + "andre bernard richard denis gilles main bras oeil chevalier caron masson tailleur barbier chapelle perrin rose lambert premier "
            + "avril mars janvier lundi samedi matin soir midi dimanche jour"
        ).Split(' '),
        StringComparer.Ordinal
    );

    private readonly (string Name, string Folded, string Sound)[] _names;

    /// <param name="names">Surnames, as the clinic's file writes them.</param>
    public PractitionerNames(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        _names =
        [
            .. names
                .Distinct(StringComparer.Ordinal)
                .Select(name =>
                {
                    var folded = FoldedText
                        .FoldWord(name)
                        .Replace("-", string.Empty, StringComparison.Ordinal)
                        .Replace(" ", string.Empty, StringComparison.Ordinal);
                    return (name, folded, FrenchSound.Of(folded));
                }),
        ];
    }

    /// <summary>The last practitioner named, of those not refused; null for none.</summary>
    public string? In(FoldedText text) => MentionIn(text)?.Name;

    /// <summary>The same, with its place.</summary>
    internal PractitionerMention? MentionIn(FoldedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = text.Tokens.Length - 1; i >= 0; i--)
        {
            if (At(text, i) is { } mention && !IsRefused(text, i))
            {
                return mention;
            }
        }

        return null;
    }

    /// <summary>The tokens at which practitioners are named, refused or not.</summary>
    internal List<int> Places(FoldedText text)
    {
        var places = new List<int>();
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (At(text, i) is not null)
            {
                places.Add(i);
            }
        }

        return places;
    }

    private PractitionerMention? At(FoldedText text, int i)
    {
        if (text.Tokens[i].IsNumber)
        {
            return null;
        }

        var isIntroduced = IsIntroduced(text, i);
        var name = isIntroduced
            ? Near(text.At(i), isSure: true) ?? Joined(text, i)
            : Alone(text, i);
        return name is null
            ? null
            : new PractitionerMention(
                name,
                i,
                isIntroduced || text.At(i - 1) is "avec" or "chez" or "voir"
            );
    }

    private static bool IsIntroduced(FoldedText text, int i)
    {
        var isWith =
            text.At(i - 1) is "madame" or "monsieur" or "mme" or "mr"
            && (
                text.At(i + 1)
                    is "est"
                        or "a"
                        or "disponible"
                        or "consulte"
                        or "recoit"
                        or "travaille"
                        or "peut"
                        or "exerce"
                || text.At(i - 2)
                    is "avec"
                        or "chez"
                        or "voir"
                        or "revoir"
                        or "par"
                        or "vers"
                        or "de"
            );
        return isWith || IsTitle(text, i - 1) || (text.At(i - 1) is "euh" && IsTitle(text, i - 2));
    }

    /// <summary>A surname without a title.</summary>
    private string? Alone(FoldedText text, int i)
    {
        var word = text.At(i);
        var before = text.At(i - 1);
        if (word.Length < 4 || Ordinary.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
        {
            return null;
        }

        // « Avec Girard », « chez Nguyen », « Haddad plutôt ».
        var isPerson =
            before
            is "appelle"
                or "nom"
                or "madame"
                or "monsieur"
                or "mme"
                or "mr"
                or "m"
                or "mlle"
                or "suis"
                or "prenom";
        return isPerson ? null
            : before
                is "avec"
                    or "chez"
                    or "voir"
                    or "de"
                    or "par"
                    or "non"
                    or "plutot"
                    or "pas"
                    or "mais"
                ? Near(word, isSure: before is "avec" or "chez")
            : Exact(word);
    }

    private static bool IsTitle(FoldedText text, int i) =>
        text.At(i)
            is "dr"
                or "docteur"
                or "docteure"
                or "doc"
                or "dct"
                or "doct"
                or "docter"
                or "professeur"
                or "prof"
                or "docteurs"
                or "doctoresse"
                or "doteur"
        || (text.At(i) is "pr" && text.At(i - 1) is "le" or "du" or "au");

    private static bool IsRefused(FoldedText text, int i)
    {
        var k = IsTitle(text, i - 1) ? i - 2 : i - 1;
        while (text.At(k) is "le" or "la" or "du" or "de" or "avec" or "chez" or "au")
        {
            k--;
        }

        return (text.At(k) is "non" && text.At(k - 1) is "et")
            || text.At(k) is "pas" or "sauf" or "lieu" or "place"
            || (text.At(k) is "que" && text.At(k - 1) is "plutot");
    }

    /// <summary>« Ben Ali » for Benali.</summary>
    private string? Joined(FoldedText text, int i)
    {
        if (
            i + 1 >= text.Tokens.Length
            || text.Tokens[i + 1].IsNumber
            || IsLink(text.At(i))
            || IsLink(text.At(i + 1))
        )
        {
            return null;
        }

        Span<char> two = stackalloc char[64];
        var first = text.At(i);
        var second = text.At(i + 1);
        if (first.Length + second.Length > two.Length)
        {
            return null;
        }

        first.CopyTo(two);
        second.CopyTo(two[first.Length..]);
        return Near(two[..(first.Length + second.Length)], isSure: true);
    }

    /// <summary>Words that no surname is cut into.</summary>
    private static bool IsLink(ReadOnlySpan<char> word) =>
        word
            is "que"
                or "qui"
                or "de"
                or "du"
                or "pour"
                or "et"
                or "est"
                or "a"
                or "au"
                or "si"
                or "ou"
                or "euh"
                or "pas"
                or "mais"
                or "dans"
                or "svp"
                or "en"
                or "m"
                or "je"
                or "j"
                or "il"
                or "elle";

    private string? Exact(ReadOnlySpan<char> word)
    {
        foreach (var (name, folded, _) in _names)
        {
            if (word.SequenceEqual(folded))
            {
                return name;
            }
        }

        return null;
    }

    private string? Near(ReadOnlySpan<char> word, bool isSure)
    {
        if (Exact(word) is { } exact)
        {
            return exact;
        }

        if (word.Length < 3)
        {
            return null;
        }

        var sound = FrenchSound.Of(word);
        string? near = null;
        foreach (var (name, folded, known) in _names)
        {
            if (sound.Length > 2 && string.Equals(sound, known, StringComparison.Ordinal))
            {
                return name;
            }

            var allowed = folded.Length >= 7 ? 2 : 1;
            if (
                isSure
                && word.Length >= 4
                && folded.Length >= 4
                && (
                    EditDistance.Within(word, folded, allowed)
                    || (
                        folded.Length >= 5
                        && word.Length <= folded.Length + 2
                        && word.StartsWith(folded, StringComparison.Ordinal)
                    )
                    || (sound.Length > 3 && EditDistance.Within(sound, known, 1))
                )
            )
            {
                near ??= name;
            }
        }

        return near;
    }
}
