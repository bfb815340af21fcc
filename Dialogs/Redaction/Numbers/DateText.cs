namespace ChatbotSante.Redaction;

/// <summary>Reads one whole date out of a stretch of text: « 12/03/48 », « douze mars quarante-huit », « douze zéro trois quarante-huit ».</summary>
public static class DateText
{
    /// <summary>Reads a date in the past.</summary>
    /// <param name="text">A stretch that a classifier found to be a date.</param>
    /// <param name="today">Two digits of a year are the latest such year that is not after this day's.</param>
    /// <param name="date">The date.</param>
    /// <returns>False when the text holds no day that exists.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, DateOnly today, out DateOnly date)
    {
        date = default;
        var folded = new char[text.Length];
        CharacterFolding.Fold(text, folded);
        var tokens = Array.Empty<TextToken>();
        var count = Tokenizer.Split(folded, ref tokens);
        var words = new WordInfo[count];
        for (var i = 0; i < count; i++)
        {
            words[i] = tokens[i].IsNumber
                ? WordInfo.Unknown
                : FrenchVocabulary.Shared.Find(folded.AsSpan(tokens[i].Start, tokens[i].Length));
        }

        var scan = new MessageScan(
            text,
            folded,
            tokens.AsSpan(0, count),
            words,
            new bool[count],
            new bool[count],
            new SentenceTraits[count],
            []
        );
        return Named(scan, today, out date)
            || Iso(scan, out date)
            || Separate(scan, today, out date)
            || Digits(text, today, out date);
    }

    private static bool Named(scoped in MessageScan scan, DateOnly today, out DateOnly date)
    {
        date = default;
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            var month = FrenchMonths.Number(scan.Word(i));
            if (month == 0)
            {
                continue;
            }

            var year = NumberReading.At(scan, i + 1, out _);
            for (var start = 0; start < i; start++)
            {
                var day = NumberReading.At(scan, start, out var next);
                next += scan.Word(next) is "er" or "ere" ? 1 : 0;
                if (day > 0 && next == i && year >= 0)
                {
                    return Make(year, month, day, today, out date);
                }
            }
        }

        return false;
    }

    private static bool Iso(scoped in MessageScan scan, out DateOnly date)
    {
        date = default;
        return scan.Tokens
                is [{ IsNumber: true, Length: 4 }, { IsNumber: true }, { IsNumber: true }]
            && Make(
                NumberReading.At(scan, 0, out _),
                NumberReading.At(scan, 1, out _),
                NumberReading.At(scan, 2, out _),
                DateOnly.MaxValue,
                out date
            );
    }

    /// <summary>Three numbers: day, month, year.</summary>
    private static bool Separate(scoped in MessageScan scan, DateOnly today, out DateOnly date)
    {
        date = default;
        var isWritten = scan.Tokens.Length == 3;
        foreach (var token in scan.Tokens)
        {
            isWritten &= token.IsNumber;
        }

        return isWritten
            && Make(
                NumberReading.At(scan, 2, out _),
                NumberReading.At(scan, 1, out _),
                NumberReading.At(scan, 0, out _),
                today,
                out date
            );
    }

    /// <summary>« 12031948 », « douze zéro trois mille neuf cent quarante-huit », « douze trois quarante-huit ».</summary>
    private static bool Digits(ReadOnlySpan<char> text, DateOnly today, out DateOnly date)
    {
        date = default;
        Span<char> digits = stackalloc char[8];
        return SpokenNumbers.TryReadDigits(text, digits)
                && Make(
                    Number(digits[4..]),
                    Number(digits[2..4]),
                    Number(digits[..2]),
                    today,
                    out date
                )
            || SpokenNumbers.TryReadDigits(text, digits[..6])
                && Make(
                    Number(digits[4..6]),
                    Number(digits[2..4]),
                    Number(digits[..2]),
                    today,
                    out date
                )
            || SpokenNumbers.TryReadDigits(text, digits[..5])
                && (
                    Make(
                        Number(digits[3..5]),
                        Number(digits[2..3]),
                        Number(digits[..2]),
                        today,
                        out date
                    )
                    || Make(
                        Number(digits[3..5]),
                        Number(digits[1..3]),
                        Number(digits[..1]),
                        today,
                        out date
                    )
                );
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = char.IsAsciiDigit(digit) ? (value * 10) + (digit - '0') : -10_000;
        }

        return value;
    }

    private static bool Make(int year, int month, int day, DateOnly today, out DateOnly date)
    {
        date = default;
        year = year is >= 0 and < 100 ? year + (year > today.Year % 100 ? 1900 : 2000) : year;
        if (
            year is < 1800 or > 9999
            || month is < 1 or > 12
            || day < 1
            || day > DateTime.DaysInMonth(year, month)
        )
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }
}
