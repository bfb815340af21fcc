using System.Buffers;
using System.Net;

namespace ChatbotSante.Redaction;

/// <summary>Web and network addresses: links, bare domains, IPv4, IPv6.</summary>
internal static class OnlineDetector
{
    private const int MaxUrlLength = 2048;
    private const int MaxAddressLength = 64;

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\"'<>«»");
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create(
        "0123456789abcdef:."
    );

    public static void Find(scoped in MessageScan scan)
    {
        Links(scan);
        Domains(scan);
        ColonAddresses(scan);
        DottedAddresses(scan);
    }

    private static void Links(scoped in MessageScan scan)
    {
        var text = scan.Folded;
        var at = 0;
        while (at < text.Length)
        {
            var found = text[at..].IndexOf("://", StringComparison.Ordinal);
            if (found < 0)
            {
                return;
            }

            var colon = at + found;
            var start = colon;
            while (start > at && colon - start < 10 && char.IsAsciiLetter(text[start - 1]))
            {
                start--;
            }

            var end = EndOfLink(text, colon + 3);
            if (start < colon && end > colon + 3)
            {
                scan.AddSpan(start, end, DataCategory.Online, Confidence.Certain);
                scan.Take(start, end);
            }

            at = Math.Max(end, colon + 3);
        }
    }

    private static int EndOfLink(ReadOnlySpan<char> text, int from)
    {
        var length = text[from..Math.Min(text.Length, from + MaxUrlLength)].IndexOfAny(Ends);
        var end = length < 0 ? Math.Min(text.Length, from + MaxUrlLength) : from + length;
        while (end > from && text[end - 1] is '.' or ',' or ';' or '!' or '?' or ')' or ']' or ':')
        {
            end--;
        }

        return end;
    }

    /// <summary>« www.exemple.fr », « exemple.fr/page »: words joined by dots, the last of them a domain's end.</summary>
    private static void Domains(scoped in MessageScan scan)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (scan.Taken[i] || scan.Tokens[i].IsNumber)
            {
                continue;
            }

            var last = i;
            var end = -1;
            while (
                last + 1 < scan.Tokens.Length
                && last - i < 12
                && scan.Gap(last + 1) is "." or "-" or ""
            )
            {
                last++;
                if (scan.Gap(last) is "." && IsTopDomain(scan, last, scan.Word(i) is "www"))
                {
                    end = last;
                }
            }

            if (end < 0)
            {
                i = last;
                continue;
            }

            var start = scan.Tokens[i].Start;
            var stop = scan.Tokens[end].End;
            if (stop < scan.Folded.Length && scan.Folded[stop] is '/' or ':' or '?' or '#')
            {
                stop = EndOfLink(scan.Folded, stop);
            }

            scan.AddSpan(start, stop, DataCategory.Online, Confidence.Certain);
            scan.Take(start, stop);
            i = Math.Max(end, scan.TokenAt(stop) - 1);
        }
    }

    /// <summary>Ends of domains that are French words count only in an address that says so.</summary>
    private static bool IsTopDomain(scoped in MessageScan scan, int i, bool isWeb)
    {
        var after = scan.Tokens[i].End;
        if (after < scan.Folded.Length && char.IsLetterOrDigit(scan.Folded[after]))
        {
            return false;
        }

        var isPath = after < scan.Folded.Length && scan.Folded[after] == '/';
        var word = scan.Word(i);
        if (word is "www")
        {
            return false;
        }

        return scan.Has(i, WordFlags.TopDomain)
            ? isWeb
                || isPath
                || word
                    is not (
                        "de"
                        or "es"
                        or "me"
                        or "ma"
                        or "re"
                        or "pro"
                        or "test"
                        or "it"
                        or "ca"
                        or "be"
                        or "sante"
                        or "tn"
                        or "health"
                        or "info"
                    )
                || (word is "info" or "be" or "sante" && scan.Gap(i) is ".")
            : (isWeb || isPath) && !scan.IsNumber(i) && scan.Tokens[i].Length >= 2 && isPath;
    }

    private static void ColonAddresses(scoped in MessageScan scan)
    {
        var text = scan.Folded;
        var floor = 0;
        for (var at = text.IndexOf(':'); at >= 0; at = NextColon(text, Math.Max(at, floor - 1)))
        {
            var start = at;
            while (
                start > floor
                && at - start < MaxAddressLength
                && Hexadecimal.Contains(text[start - 1])
            )
            {
                start--;
            }

            var end = at;
            while (
                end < text.Length && end - at < MaxAddressLength && Hexadecimal.Contains(text[end])
            )
            {
                end++;
            }

            floor = Math.Max(floor, end);
            while (end > start && text[end - 1] == '.')
            {
                end--;
            }

            var candidate = text[start..end];
            var isApart =
                (start == 0 || !char.IsLetterOrDigit(text[start - 1]))
                && (end == text.Length || !char.IsLetterOrDigit(text[end]));
            if (isApart && candidate.Count(':') >= 2 && IPAddress.IsValid(candidate))
            {
                Add(scan, start, WithSuffix(text, end));
            }
        }
    }

    private static int NextColon(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 >= text.Length)
        {
            return -1;
        }

        var next = text[(at + 1)..].IndexOf(':');
        return next < 0 ? -1 : at + 1 + next;
    }

    /// <summary>« 192.168.1.1 »: four numbers of 0 to 255 and nothing stuck to them.</summary>
    private static void DottedAddresses(scoped in MessageScan scan)
    {
        for (var i = 0; i + 3 < scan.Tokens.Length; i++)
        {
            if (!IsOctet(scan, i) || scan.Gap(i + 1) is not "." || !IsOctet(scan, i + 1))
            {
                continue;
            }

            var isAddress =
                scan.Gap(i + 2) is "."
                && IsOctet(scan, i + 2)
                && scan.Gap(i + 3) is "."
                && IsOctet(scan, i + 3);
            var start = scan.Tokens[i].Start;
            var end = scan.Tokens[Math.Min(i + 3, scan.Tokens.Length - 1)].End;
            var isApart =
                (start == 0 || !(char.IsLetterOrDigit(scan.Folded[start - 1]) || IsDotted(scan, i)))
                && (end == scan.Folded.Length || !char.IsLetterOrDigit(scan.Folded[end]))
                && !(scan.IsNumber(i + 4) && scan.Gap(i + 4) is ".");

            // « 06.39.98.12 » is the start of a telephone number, « 12.03.19.48 » a date: two digits everywhere, a zero before.
            var looksLikePhone = scan.Word(i).Length == 2 && scan.Word(i)[0] == '0';
            if (isAddress && isApart && !looksLikePhone)
            {
                Add(scan, start, WithSuffix(scan.Folded, end));
                i += 3;
            }
        }
    }

    private static bool IsDotted(scoped in MessageScan scan, int i) =>
        i > 0 && scan.IsNumber(i - 1) && scan.Gap(i) is ".";

    private static bool IsOctet(scoped in MessageScan scan, int i)
    {
        var word = scan.Word(i);
        return scan.IsNumber(i)
            && word.Length <= 3
            && (
                word.Length < 3
                || word[0] < '2'
                || (word[0] == '2' && (word[1] < '5' || (word[1] == '5' && word[2] <= '5')))
            );
    }

    /// <summary>The length of the network, or the interface, after an address.</summary>
    private static int WithSuffix(ReadOnlySpan<char> text, int end)
    {
        if (end + 1 >= text.Length || text[end] is not ('/' or '%'))
        {
            return end;
        }

        var isScope = text[end] == '%';
        var stop = end + 1;
        while (
            stop < text.Length
            && stop - end < 16
            && (char.IsAsciiDigit(text[stop]) || (isScope && char.IsAsciiLetter(text[stop])))
        )
        {
            stop++;
        }

        return stop > end + 1 ? stop : end;
    }

    private static void Add(scoped in MessageScan scan, int start, int end)
    {
        scan.AddSpan(start, end, DataCategory.Online, Confidence.Certain);
        scan.Take(start, end);
    }
}
