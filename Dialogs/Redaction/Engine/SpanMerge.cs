using System.Runtime.InteropServices;

namespace ChatbotSante.Redaction;

/// <summary>
/// Makes of what the detectors found spans in order, apart from each other: those that overlap become one that covers both, of the
/// stronger category. Nothing found is ever uncovered.
/// </summary>
internal static class SpanMerge
{
    /// <summary>Merges in place.</summary>
    /// <param name="found">What was found, in any order.</param>
    /// <param name="text">The text, to join pieces of one name.</param>
    /// <returns>Every category that is left, or was merged across the border between identity and health.</returns>
    public static CategorySet Merge(List<Detection> found, ReadOnlySpan<char> text)
    {
        var categories = CategorySet.None;
        if (found.Count == 0)
        {
            return categories;
        }

        CollectionsMarshal.AsSpan(found).Sort(static (a, b) => Compare(a, b));
        var kept = 0;
        for (var i = 1; i < found.Count; i++)
        {
            var last = found[kept];
            var next = found[i];
            if (next.Start < last.End)
            {
                // Of two that begin together, the longer comes first.
                var isInside = next.End <= last.End;
                if (
                    !isInside
                    && DataCategories.IsHealth(last.Category)
                        != DataCategories.IsHealth(next.Category)
                )
                {
                    categories = categories.With(last.Category).With(next.Category);
                }

                found[kept] = Union(last, next);
            }
            else if (IsOneName(last, next, text) || IsOneFinding(last, next, text))
            {
                categories = categories.With(last.Category).With(next.Category);
                found[kept] = Union(last, next);
            }
            else
            {
                found[++kept] = next;
            }
        }

        found.RemoveRange(kept + 1, found.Count - kept - 1);
        foreach (var detection in found)
        {
            categories = categories.With(detection.Category);
        }

        return categories;
    }

    private static int Compare(Detection a, Detection b)
    {
        var byStart = a.Start.CompareTo(b.Start);
        return byStart != 0 ? byStart : b.Length.CompareTo(a.Length);
    }

    /// <summary>Two spans of a name with a space between are one.</summary>
    private static bool IsOneName(Detection last, Detection next, ReadOnlySpan<char> text) =>
        last.Category == DataCategory.Name
        && next.Category == DataCategory.Name
        && next.Start - last.End <= 1
        && text[last.End..next.Start] is "" or " " or "-" or "'" or "’";

    /// <summary>« convulsion fébrile », « allergie pénicilline », « plaques et démangeaisons »: two spans of health side by side are one.</summary>
    private static bool IsOneFinding(Detection last, Detection next, ReadOnlySpan<char> text) =>
        IsFinding(last.Category)
        && (IsFinding(next.Category) || last.Category == DataCategory.Allergy)
        && next.Start - last.End <= 5
        && text[last.End..next.Start]
            is ""
                or " "
                or " et "
                or " de "
                or " du "
                or " d'"
                or " a "
                or "-"
                or " des "
                or " au "
                or " aux ";

    /// <summary>Drugs, doses and measures stay apart: each is a value of its own.</summary>
    private static bool IsFinding(DataCategory category) =>
        DataCategories.IsHealth(category)
        && category is not (DataCategory.Drug or DataCategory.Dose or DataCategory.Measure);

    private static Detection Union(Detection a, Detection b)
    {
        var stronger = Strength(b) > Strength(a) ? b : a;
        var end = Math.Max(a.End, b.End);
        return stronger with { Start = a.Start, Length = end - a.Start };
    }

    /// <summary>Surer before less sure, then longer before shorter.</summary>
    private static long Strength(Detection detection) =>
        ((long)detection.Confidence << 32) + detection.Length;
}
