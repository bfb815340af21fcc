using System.Buffers;

namespace ChatbotSante.Redaction;

/// <summary>Typed e-mail addresses: an at sign with a name before it and a domain after it.</summary>
internal static class EmailDetector
{
    private const int MaxLocalLength = 64;
    private const int MaxDomainLength = 253;

    private static readonly SearchValues<char> Local = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~."
    );

    public static void Find(scoped in MessageScan scan)
    {
        var text = scan.Folded;
        var floor = 0;
        for (var at = text.IndexOf('@'); at >= 0; at = Next(text, at))
        {
            var start = StartOf(text, at, floor);
            var end = EndOf(text, at, out var isDomain);
            if (start < at && end > at + 1)
            {
                scan.AddSpan(
                    start,
                    end,
                    isDomain ? DataCategory.Email : DataCategory.Online,
                    isDomain ? Confidence.Certain : Confidence.Possible
                );
                scan.Take(start, end);
                floor = end;
            }
            else if (start == at && end > at + 2 && IsHandle(text, at))
            {
                scan.AddSpan(at, end, DataCategory.Online, Confidence.Likely);
                scan.Take(at, end);
                floor = end;
            }
        }
    }

    private static int Next(ReadOnlySpan<char> text, int at)
    {
        var next = text[(at + 1)..].IndexOf('@');
        return next < 0 ? -1 : at + 1 + next;
    }

    private static int StartOf(ReadOnlySpan<char> text, int at, int floor)
    {
        var start = at;

        // « jean.martin @ courriel.example »: the spaces are part of the address when both sides can be.
        while (start > floor && at - start < 2 && text[start - 1] == ' ')
        {
            start--;
        }

        var name = start;
        var lowest = Math.Max(floor, at - MaxLocalLength);
        while (name > lowest && IsLocal(text[name - 1]))
        {
            name--;
        }

        while (name < start && !char.IsLetterOrDigit(text[name]))
        {
            name++;
        }

        // With a space between, what stands before must look like a name of an address.
        return name == start || (start < at && !IsSpacedAddress(text, at)) ? at : name;
    }

    private static bool IsSpacedAddress(ReadOnlySpan<char> text, int at)
    {
        _ = EndOf(text, at, out var isDomain);
        return isDomain;
    }

    private static bool IsLocal(char c) => Local.Contains(c) || (c >= 128 && char.IsLetter(c));

    private static int EndOf(ReadOnlySpan<char> text, int at, out bool isDomain)
    {
        var from = at + 1;
        while (from < text.Length && from - at < 3 && text[from] == ' ')
        {
            from++;
        }

        var end = from;
        var highest = Math.Min(text.Length, from + MaxDomainLength);
        while (end < highest && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '-' or '_'))
        {
            end++;
        }

        while (end > from && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        var domain = text[from..end];
        var dot = domain.LastIndexOf('.');
        isDomain = dot > 0 && domain.Length - dot > 2 && char.IsLetter(domain[dot + 1]);
        if (isDomain)
        {
            return end;
        }

        // « @ » followed by a space and a word is no address.
        return from > at + 1 ? at : end;
    }

    /// <summary>« @jeanne_m »: nothing before the sign, letters after it.</summary>
    private static bool IsHandle(ReadOnlySpan<char> text, int at) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
        && at + 1 < text.Length
        && char.IsLetter(text[at + 1]);
}
