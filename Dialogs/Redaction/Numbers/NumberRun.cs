namespace ChatbotSante.Redaction;

/// <summary>
/// A stretch of digits and number words that belong together, read as what it may mean. « Quatre-vingt-dix-huit » is 98, 80 18,
/// 4 20 18…: every reading is kept as the set of digit counts it can have, and read out for one count at a time.
/// </summary>
/// <remarks>Linear: at most <see cref="MaxDigits"/> digits are looked at from one place.</remarks>
internal readonly ref struct NumberRun
{
    /// <summary>Longest identifier looked for, in digits.</summary>
    public const int MaxDigits = 34;

    /// <summary>Beyond this many digits a number is only long.</summary>
    public const int MaxCounted = 64;

    /// <summary>Most pieces read from one place.</summary>
    private const int MaxAtoms = 48;

    /// <summary>Most words of one number: « deux cent quatre-vingt-dix-neuf ».</summary>
    private const int MaxWords = 6;

    private readonly ReadOnlySpan<char> _folded;
    private readonly ReadOnlySpan<TextToken> _tokens;
    private readonly ReadOnlySpan<NumberAtom> _atoms;

    public NumberRun(
        ReadOnlySpan<char> folded,
        ReadOnlySpan<TextToken> tokens,
        ReadOnlySpan<NumberAtom> atoms
    )
    {
        _folded = folded;
        _tokens = tokens;
        _atoms = atoms;
        foreach (var atom in atoms)
        {
            IsSpoken |= atom.Kind == NumberAtomKind.Word;
            IsCorrected |= atom.Joint == NumberJoint.Corrected;
        }
    }

    public ReadOnlySpan<NumberAtom> Atoms => _atoms;

    /// <summary>Whether any of it is said rather than written.</summary>
    public bool IsSpoken { get; }

    /// <summary>Whether something in it was taken back.</summary>
    public bool IsCorrected { get; }

    public int StartOf(int atom) => _tokens[_atoms[atom].Token].Start;

    public int EndOf(int atom) => _tokens[_atoms[atom].Token].End;

    /// <summary>How many digits the pieces from one to another have in the plainest reading; counted no further than is of use.</summary>
    public int CountDigits(int first, int end)
    {
        var digits = 0;
        for (var i = first; i < end && digits <= MaxCounted; )
        {
            var composite = LongestAt(i, end);
            digits += composite.Digits;
            i += Math.Max(1, composite.Atoms);
        }

        return digits;
    }

    /// <summary>The plainest reading of some pieces.</summary>
    /// <returns>How many digits were written; those that do not fit are left out.</returns>
    public int Read(int first, int end, Span<char> digits)
    {
        var count = 0;
        for (var i = first; i < end; )
        {
            var composite = LongestAt(i, end);
            if (count + composite.Digits > digits.Length)
            {
                break;
            }

            Write(i, composite, digits[count..]);
            count += composite.Digits;
            i += Math.Max(1, composite.Atoms);
        }

        return count;
    }

    /// <summary>The plainest reading of all of it, where what was taken back is replaced by what came instead.</summary>
    /// <returns>How many digits were written; those that do not fit are left out.</returns>
    public int ReadCorrected(Span<char> digits)
    {
        var count = 0;
        for (var i = 0; i < _atoms.Length; )
        {
            var composite = LongestAt(i, _atoms.Length);
            if (_atoms[i].Joint == NumberJoint.Corrected)
            {
                count = Math.Max(0, count - composite.Digits);
            }

            if (count + composite.Digits > digits.Length)
            {
                break;
            }

            Write(i, composite, digits[count..]);
            count += composite.Digits;
            i += Math.Max(1, composite.Atoms);
        }

        return count;
    }

    /// <summary>The first place after some piece such that what lies between can be read as this many digits; or -1.</summary>
    public int EndOfReading(int first, int digits)
    {
        Span<ulong> counts = stackalloc ulong[MaxAtoms + MaxWords + 1];
        counts.Clear();
        counts[0] = 1;
        var limit = Math.Min(_atoms.Length - first, MaxAtoms);
        for (var i = 0; i < limit; i++)
        {
            if (counts[i] == 0)
            {
                continue;
            }

            for (var length = 1; length <= MaxWords; length++)
            {
                var composite = At(first + i, length, _atoms.Length);
                if (composite.Atoms == 0)
                {
                    continue;
                }

                counts[i + length] |= composite.Digits < 64 ? counts[i] << composite.Digits : 0;
            }

            if ((counts[i + 1] & (1UL << digits)) != 0)
            {
                return first + i + 1;
            }
        }

        return -1;
    }

    /// <summary>Reads pieces as exactly as many digits as there is room for, the plainest such reading.</summary>
    public bool TryRead(int first, int end, Span<char> digits)
    {
        var length = end - first;
        if (length is <= 0 or > MaxAtoms || digits.Length >= 64)
        {
            return false;
        }

        // From the end: which counts can be had from each place on.
        Span<ulong> counts = stackalloc ulong[MaxAtoms + 1];
        counts.Clear();
        counts[length] = 1;
        for (var i = length - 1; i >= 0; i--)
        {
            for (var take = 1; take <= MaxWords && i + take <= length; take++)
            {
                var composite = At(first + i, take, end);
                if (composite.Atoms != 0 && composite.Digits < 64)
                {
                    counts[i] |= counts[i + take] << composite.Digits;
                }
            }
        }

        if ((counts[0] & (1UL << digits.Length)) == 0)
        {
            return false;
        }

        var at = 0;
        var left = digits.Length;
        while (at < length)
        {
            var moved = false;
            for (var take = Math.Min(MaxWords, length - at); take >= 1 && !moved; take--)
            {
                var composite = At(first + at, take, end);
                if (
                    composite.Atoms == 0
                    || composite.Digits > left
                    || (counts[at + take] & (1UL << (left - composite.Digits))) == 0
                )
                {
                    continue;
                }

                Write(first + at, composite, digits[(digits.Length - left)..]);
                left -= composite.Digits;
                at += take;
                moved = true;
            }

            if (!moved)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first digit of the plainest reading from a piece on.</summary>
    public char FirstDigit(int atom)
    {
        Span<char> digits = stackalloc char[MaxDigits];
        for (var i = atom; i < _atoms.Length; i++)
        {
            var composite = LongestAt(i, _atoms.Length);
            if (composite.Digits > 0 && composite.Digits <= MaxDigits)
            {
                Write(i, composite, digits);
                return digits[0];
            }

            if (composite.Digits > MaxDigits)
            {
                return _folded[StartOf(i)];
            }
        }

        return '\0';
    }

    private NumberComposite LongestAt(int i, int end)
    {
        for (var length = Math.Min(MaxWords, end - i); length > 1; length--)
        {
            var composite = At(i, length, end);
            if (composite.Atoms != 0)
            {
                return composite;
            }
        }

        return At(i, 1, end);
    }

    /// <summary>Exactly so many pieces read as one number; nothing when they are none.</summary>
    private NumberComposite At(int i, int length, int end)
    {
        if (i + length > end)
        {
            return default;
        }

        var first = _atoms[i];
        if (length == 1)
        {
            return first.Kind switch
            {
                NumberAtomKind.Digits => new(1, first.Value, -1),
                NumberAtomKind.Letter => new(1, 1, -1),
                NumberAtomKind.Word when first.Value < 1000 => new(
                    1,
                    DigitsOf(first.Value),
                    first.Value
                ),
                NumberAtomKind.Word => new(1, 4, first.Value),
                _ => new(1, 0, -1),
            };
        }

        if (first.Kind is NumberAtomKind.Digits or NumberAtomKind.Letter)
        {
            return default;
        }

        // The words of one number follow each other without anything in between.
        for (var j = i + 1; j < i + length; j++)
        {
            if (_atoms[j].Joint != NumberJoint.Plain)
            {
                return default;
            }
        }

        if (first.Kind == NumberAtomKind.Double)
        {
            var isDigit =
                length == 2
                && _atoms[i + 1]
                    is { Kind: NumberAtomKind.Word, Value: < 10 }
                        or { Kind: NumberAtomKind.Digits, Value: 1 };
            return isDigit ? new(2, first.Value, -1, IsRepeated: true) : default;
        }

        Span<short> words = stackalloc short[MaxWords];
        var count = 0;
        var hasAnd = false;
        for (var j = i; j < i + length; j++)
        {
            if (_atoms[j].Kind == NumberAtomKind.And)
            {
                // « Vingt et un », « soixante et onze »: and nowhere else.
                if (count == 0 || j == i + length - 1 || hasAnd || words[count - 1] is < 20 or > 60)
                {
                    return default;
                }

                hasAnd = true;
                continue;
            }

            if (_atoms[j].Kind != NumberAtomKind.Word)
            {
                return default;
            }

            words[count++] = _atoms[j].Value;
        }

        var value = SpokenNumberGrammar.ValueOf(words[..count]);
        return value < 0 || (hasAnd && value % 10 != 1)
            ? default
            : new(length, DigitsOf(value), value);
    }

    private static int DigitsOf(int value) =>
        value switch
        {
            < 10 => 1,
            < 100 => 2,
            < 1000 => 3,
            < 10_000 => 4,
            _ => 5,
        };

    private void Write(int atom, NumberComposite composite, Span<char> digits)
    {
        var token = _tokens[_atoms[atom].Token];
        switch (_atoms[atom].Kind)
        {
            case NumberAtomKind.Digits:
                var written = _folded.Slice(token.Start, Math.Min(token.Length, digits.Length));
                written.CopyTo(digits);
                if (!char.IsAsciiDigit(written[0]))
                {
                    // « o6 39 98 l2… »: the letter, typed for the digit.
                    digits[0] = written[0] == 'o' ? '0' : '1';
                }

                return;
            case NumberAtomKind.Letter:
                digits[0] = char.ToUpperInvariant(_folded[token.Start]);
                return;
            case NumberAtomKind.Double when composite.IsRepeated:
                var said = _atoms[atom + 1];
                var digit =
                    said.Kind == NumberAtomKind.Word
                        ? (char)('0' + said.Value)
                        : _folded[_tokens[said.Token].Start];
                digits[..Math.Min(composite.Digits, digits.Length)].Fill(digit);
                return;
            default:
                break;
        }

        var value = composite.Value;
        if (value < 0)
        {
            return;
        }

        for (var i = composite.Digits - 1; i >= 0; i--)
        {
            digits[i] = (char)('0' + (value % 10));
            value /= 10;
        }
    }
}
