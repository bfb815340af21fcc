namespace ChatbotSante.Dialogs.Nlu;

/// <summary>Whether two words are a few keystrokes apart (optimal string alignment: a swap counts one).</summary>
public static class EditDistance
{
    private const int MaxLength = 40;

    public static bool Within(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (a.Length > MaxLength || b.Length > MaxLength || Math.Abs(a.Length - b.Length) > limit)
        {
            return a.SequenceEqual(b);
        }

        // What two words have in common at either end costs no keystroke; for most pairs little is left to compare.
        var start = a.CommonPrefixLength(b);
        a = a[start..];
        b = b[start..];
        var end = 0;
        while (end < a.Length && end < b.Length && a[^(end + 1)] == b[^(end + 1)])
        {
            end++;
        }

        a = a[..^end];
        b = b[..^end];
        if (Math.Max(a.Length, b.Length) <= limit)
        {
            return true;
        }

        return limit switch
        {
            < 1 => false,
            1 => a.Length == 2 && b.Length == 2 && a[0] == b[1] && a[1] == b[0],
            _ => WithinByTable(a, b, limit),
        };
    }

    private static bool WithinByTable(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        Span<int> before = stackalloc int[MaxLength + 1];
        Span<int> previous = stackalloc int[MaxLength + 1];
        Span<int> current = stackalloc int[MaxLength + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var best = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var value = Math.Min(
                    Math.Min(current[j - 1] + 1, previous[j] + 1),
                    previous[j - 1] + cost
                );
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    value = Math.Min(value, before[j - 2] + 1);
                }

                current[j] = value;
                best = Math.Min(best, value);
            }

            if (best > limit)
            {
                return false;
            }

            var recycled = before;
            before = previous;
            previous = current;
            current = recycled;
        }

        return previous[b.Length] <= limit;
    }
}
