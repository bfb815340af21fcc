using System.Collections.Frozen;

namespace ChatbotSante.Redaction;

/// <summary>Names spelled letter by letter: « m a r t i n », « D comme Denis », « deux l ».</summary>
internal static class SpelledDetector
{
    private const int MinLetters = 3;

    /// <summary>Letters said one by one that are words of their own, or abbreviations that are nobody's name.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoNames =
        FrozenSet
            .ToFrozenSet(
                (
                    "rdv svp irm ecg urg sms tgv sncf ivg vih hiv avc ipp nda cpam caf ald gps chu chr orl tva ehpad samu yat nyat nya sya qya "
                    + "lya jya mya cya yact ptg pth crp inr tsh nfs hta rgo bpco kine smur pma fiv ras etc uv rtt rib cmu css rpps dmp ok vsl "
                    + "hba ldl hdl psa eeg emg pcr dvd tv cb sav faq pdf qr ace abc"
                ).Split(' ')
            )
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public static void Find(scoped in MessageScan scan)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (scan.Taken[i] || !IsLetter(scan, i))
            {
                continue;
            }

            var end = End(scan, i, out var letters, out var isExplained, out var hasElision);
            if (!IsName(scan, i, end, letters, isExplained, hasElision))
            {
                continue;
            }

            scan.Add(i, end - 1, DataCategory.Name, Confidence.Likely);
            i = end - 1;
        }
    }

    private static bool IsName(
        scoped in MessageScan scan,
        int first,
        int end,
        int letters,
        bool isExplained,
        bool hasElision
    )
    {
        if (isExplained)
        {
            return letters >= 1;
        }

        if (letters < MinLetters || (hasElision && letters < MinLetters + 2))
        {
            return false;
        }

        Span<char> word = stackalloc char[8];
        var count = 0;
        for (var i = first; i < end && count < word.Length; i++)
        {
            if (scan.Tokens[i].Length == 1)
            {
                word[count++] = scan.Folded[scan.Tokens[i].Start];
            }
        }

        return !NoNames.Contains(word[..count]);
    }

    /// <summary>The index after the letters.</summary>
    private static int End(
        scoped in MessageScan scan,
        int first,
        out int letters,
        out bool isExplained,
        out bool hasElision
    )
    {
        letters = 0;
        isExplained = false;
        hasElision = false;
        var end = first;
        for (var i = first; i < scan.Tokens.Length; )
        {
            if (i > first && !IsGap(scan, i))
            {
                break;
            }

            // « D comme Denis ».
            if (
                IsLetter(scan, i)
                && scan.Word(i + 1) is "comme"
                && i + 2 < scan.Tokens.Length
                && !scan.IsNumber(i + 2)
            )
            {
                letters++;
                isExplained = true;
                i = end = i + 3;
                continue;
            }

            // « Deux l », « double n ».
            if (
                (scan.Word(i) is "double" || scan.Info(i).Number is 2)
                && i + 1 < scan.Tokens.Length
                && IsLetter(scan, i + 1)
                && letters > 0
            )
            {
                letters += 2;
                i = end = i + 2;
                continue;
            }

            // « i grec », « e accent aigu », « trait d'union », « apostrophe ».
            if (letters > 0 && SignLength(scan, i) is var sign and > 0)
            {
                i += sign;
                end = scan.Word(i - 1)
                    is "grec"
                        or "aigu"
                        or "grave"
                        or "circonflexe"
                        or "trema"
                        or "cedille"
                    ? i
                    : end;
                continue;
            }

            if (!IsLetter(scan, i) || (letters > 0 && !IsGap(scan, i)))
            {
                break;
            }

            hasElision |= i + 1 < scan.Tokens.Length && scan.Gap(i + 1) is "'";
            letters++;
            i = end = i + 1;
        }

        return Math.Max(end, first + 1);
    }

    private static int SignLength(scoped in MessageScan scan, int i)
    {
        var word = scan.Word(i);
        if (word is "grec" or "cedille" or "apostrophe" or "tiret" or "espace")
        {
            return 1;
        }

        if (word is "accent" && scan.Word(i + 1) is "aigu" or "grave" or "circonflexe")
        {
            return 2;
        }

        if (word is "trema")
        {
            return 1;
        }

        return word is "trait" && scan.Word(i + 1) is "d" && scan.Word(i + 2) is "union" ? 3 : 0;
    }

    private static bool IsGap(scoped in MessageScan scan, int i)
    {
        var gap = scan.Gap(i);
        return gap.Length is >= 1 and <= 3 && gap.IndexOfAnyExcept(" -.,'") < 0;
    }

    private static bool IsLetter(scoped in MessageScan scan, int i) =>
        i < scan.Tokens.Length && scan.Tokens[i] is { IsNumber: false, Length: 1 };
}
