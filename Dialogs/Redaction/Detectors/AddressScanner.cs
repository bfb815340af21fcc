using System.Collections.Frozen;

namespace ChatbotSante.Redaction;

/// <summary>Finds postal addresses: a kind of street and what follows it, with its number before and its town after.</summary>
internal static class AddressScanner
{
    private const int MaxNameWords = 6;
    private const int MaxTownWords = 4;

    /// <summary>Kinds of street that are hardly anything else.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Streets = Set(
        "rue avenue boulevard bd bld impasse allee allees chemin ruelle quai faubourg lotissement hameau"
    );

    /// <summary>Kinds of street that are also ordinary words: a number must stand before them.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NumberedStreets =
        Set("av place cours passage route residence square sentier villa esplanade cite");

    public static void Find(FoldedText text, List<Detection> found)
    {
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (End(text, i) is not { } end)
            {
                continue;
            }

            var start = text.Tokens[NumberBefore(text, i) ?? i].Start;
            found.Add(
                new Detection(
                    start,
                    text.Tokens[end].End - start,
                    DataCategory.Address,
                    Confidence.Likely
                )
            );
            i = end;
        }
    }

    /// <summary>The last token of the address whose kind of street stands here, or null.</summary>
    private static int? End(FoldedText text, int i)
    {
        var isStreet =
            Streets.Contains(text.At(i))
            || (NumberedStreets.Contains(text.At(i)) && NumberBefore(text, i) is not null);
        if (!isStreet)
        {
            return null;
        }

        var name = Words(text, i, MaxNameWords);
        return name > i ? Town(text, name) : null;
    }

    /// <summary>« 12 », « 12 bis » before the kind of street.</summary>
    private static int? NumberBefore(FoldedText text, int i)
    {
        var at = text.At(i - 1) is "bis" or "ter" or "quater" or "b" or "t" ? i - 2 : i - 1;
        return at >= 0 && text.Tokens[at].IsNumber && text.Tokens[at].Length <= 4 ? at : null;
    }

    /// <summary>« , 37000 Tours », « à Tours » after the street.</summary>
    private static int Town(FoldedText text, int end)
    {
        var next = end + 1;
        if (next >= text.Tokens.Length)
        {
            return end;
        }

        if (text.Tokens[next].IsNumber && text.Tokens[next].Length == 5)
        {
            return Words(text, next, MaxTownWords);
        }

        var isIn =
            text.At(next) is "a"
            && next + 1 < text.Tokens.Length
            && char.IsUpper(text.Original[text.Tokens[next + 1].Start]);
        return isIn ? Words(text, next, MaxTownWords) : end;
    }

    /// <summary>The last of the words that follow a token and can be of a street's or a town's name; the token itself when none does.</summary>
    private static int Words(FoldedText text, int after, int most)
    {
        var last = after;
        for (var i = after + 1; i < text.Tokens.Length && i - after <= most; i++)
        {
            var between = text.Folded.AsSpan()[text.Tokens[i - 1].End..text.Tokens[i].Start];
            var isPart =
                !text.Tokens[i].IsNumber
                && (NameScanner.IsParticle(text.At(i)) || !NameScanner.IsOrdinary(text.At(i)));
            if (!isPart || between.Length > 2 || between.IndexOfAnyExcept(" -'") >= 0)
            {
                break;
            }

            // A particle belongs to the name only when a word of it follows.
            last = NameScanner.IsParticle(text.At(i)) ? last : i;
        }

        return last;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        FrozenSet.ToFrozenSet(words.Split(' ')).GetAlternateLookup<ReadOnlySpan<char>>();
}
