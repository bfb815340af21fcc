using System.Buffers;

namespace ChatbotSante.Redaction;

/// <summary>Passwords and logins: « mot de passe : soleil42! », « login fb41220 », « pseudo jeanne_m ».</summary>
internal static class SecretDetector
{
    private const int MaxBetween = 6;

    private static readonly SearchValues<char> ChunkEnds = SearchValues.Create(" \t\r\n\"»");

    public static void Find(scoped in MessageScan scan)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            var isPassword =
                scan.Word(i) is "mdp" or "password" or "passcode"
                || (
                    scan.Word(i) is "passe" && scan.Word(i - 1) is "de" && scan.Word(i - 2) is "mot"
                );
            var isLogin =
                scan.Word(i)
                is "identifiant"
                    or "login"
                    or "pseudo"
                    or "pseudonyme"
                    or "skype"
                    or "instagram"
                    or "insta"
                    or "snap"
                    or "snapchat"
                    or "facebook"
                    or "twitter"
                    or "messenger"
                    or "telegram"
                    or "discord"
                    or "tiktok"
                    or "compte";
            if (!(isPassword || isLogin))
            {
                continue;
            }

            var value = ValueAt(scan, i, isPassword);
            if (value > i)
            {
                var (start, end) = Chunk(scan, value);
                var next = scan.TokenAt(end);
                while (
                    next < scan.Tokens.Length && GoesOn(scan, next, isPassword) is var more and > 0
                )
                {
                    next += more;
                    end = scan.Tokens[next - 1].End;
                }

                scan.AddSpan(
                    start,
                    end,
                    isPassword ? DataCategory.Secret : DataCategory.Online,
                    Confidence.Likely
                );
                scan.Take(start, end);
            }
        }
    }

    /// <summary>« soleil dix-neuf cent », « m point chevrel »: how many words of what is said go on with it.</summary>
    private static int GoesOn(scoped in MessageScan scan, int i, bool isPassword)
    {
        if (scan.Gap(i) is not (" " or "-"))
        {
            return 0;
        }

        var isNumber = scan.IsNumber(i) || scan.Has(i, WordFlags.NumberWord);
        var isJoined = scan.Word(i) is "et" && scan.Has(i + 1, WordFlags.NumberWord);
        if (isNumber)
        {
            return isPassword || scan.Has(i, WordFlags.NumberWord) ? 1 : 0;
        }

        var isSign = scan.Has(i, WordFlags.SpokenSign) && scan.Word(i) is not ("plus" or "moins");
        return i + 1 < scan.Tokens.Length && scan.Gap(i + 1) is " " && (isJoined || isSign) ? 2 : 0;
    }

    /// <summary>The token where the value begins: after « est », « c'était », a colon; or the next word when it looks like no word.</summary>
    private static int ValueAt(scoped in MessageScan scan, int label, bool isPassword)
    {
        var next = label + 1;
        if (next >= scan.Tokens.Length || scan.Gap(next).IndexOfAny("?\n") >= 0)
        {
            return label;
        }

        var value = label;
        for (
            var j = next;
            j < scan.Tokens.Length && j - label <= MaxBetween && !Gaps.EndsSentence(scan.Gap(j));
            j++
        )
        {
            if (scan.Gap(j).IndexOfAny(":=") >= 0 && value == label)
            {
                value = j;
                break;
            }

            if (scan.Word(j) is "est" or "etait" or "suivant" && j + 1 < scan.Tokens.Length)
            {
                value = j + 1;
                break;
            }
        }

        value += value > label && scan.Word(value) is "le" or "c" ? 1 : 0;
        if (value == label && scan.Word(next) is "arobase" && next + 1 < scan.Tokens.Length)
        {
            return next;
        }

        if (value > label && value < scan.Tokens.Length && IsValue(scan, value, isPassword))
        {
            return value;
        }

        if (LooksMade(scan, next) || IsSaidMade(scan, next))
        {
            return next;
        }

        // « le mot de passe que j'utilise est toujours Poussin62 ».
        for (var j = next; isPassword && j < scan.Tokens.Length && j - label <= MaxBetween + 2; j++)
        {
            if (Gaps.EndsSentence(scan.Gap(j)))
            {
                break;
            }

            if (
                !scan.IsNumber(j)
                && scan.IsNumber(j + 1)
                && scan.Gap(j + 1).IsEmpty
                && LooksMade(scan, j)
            )
            {
                return j;
            }
        }

        return label;
    }

    /// <summary>« login fb quarante et un », « identifiant m point chevrel »: a made word, said.</summary>
    private static bool IsSaidMade(scoped in MessageScan scan, int i) =>
        i + 1 < scan.Tokens.Length
        && !scan.Tokens[i].IsNumber
        && scan.Word(i) is not ("et" or "a" or "y" or "est" or "en" or "de")
        && (
            scan.Tokens[i].Length == 1
            || !scan.Has(i, WordFlags.Ordinary | WordFlags.NumberWord | WordFlags.Particle)
        )
        && (
            scan.Word(i + 1) is "point" or "underscore" or "tiret" or "arobase"
            || (
                scan.Has(i + 1, WordFlags.NumberWord)
                && scan.Word(i + 1) is not ("un" or "une" or "deux" or "trois")
            )
        );

    private static bool IsValue(scoped in MessageScan scan, int i, bool isPassword) =>
        LooksMade(scan, i)
        || IsSaidMade(scan, i)
        || (
            isPassword
            && !scan.Has(i, WordFlags.Ordinary | WordFlags.Particle | WordFlags.Filler)
            && scan.Word(i)
                is not (
                    "pas"
                    or "perdu"
                    or "bloque"
                    or "incorrect"
                    or "faux"
                    or "expire"
                    or "refuse"
                    or "invalide"
                    or "errone"
                    or "oublie"
                    or "trop"
                    or "different"
                )
        );

    /// <summary>Letters with digits or signs among them: no word of the language.</summary>
    private static bool LooksMade(scoped in MessageScan scan, int i)
    {
        var (start, end) = Chunk(scan, i);
        var digits = false;
        var letters = false;
        var signs = false;
        foreach (var c in scan.Folded[start..end])
        {
            digits |= char.IsAsciiDigit(c);
            letters |= char.IsLetter(c);
            signs |= c is '_' or '.' or '#' or '!' or '@' or '$' or '*' or '+' or '%' or '&';
        }

        return end - start >= 4 && letters && (digits || signs);
    }

    /// <summary>All up to the next space, without the sign that ends a sentence.</summary>
    private static (int Start, int End) Chunk(scoped in MessageScan scan, int token)
    {
        var start = scan.Tokens[token].Start;
        while (
            start > 0
            && scan.Folded[start - 1]
                is not (' ' or '\t' or '\n' or '\r' or ':' or '"' or '«' or '»' or '\'')
        )
        {
            start--;
        }

        // From the word's end: what stands before it may be a closing mark of something else (« mdp:»soleil42! »).
        var last = scan.Tokens[token].End;
        var length = scan.Folded[last..].IndexOfAny(ChunkEnds);
        var end = length < 0 ? scan.Folded.Length : last + length;
        while (end > scan.Tokens[token].End && scan.Folded[end - 1] is '.' or ',' or ';' or ')')
        {
            end--;
        }

        return (start, end);
    }
}
