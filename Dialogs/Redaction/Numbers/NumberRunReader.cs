namespace ChatbotSante.Redaction;

/// <summary>Gathers the digits and number words of a message into runs, each token visited once.</summary>
internal ref struct NumberRunReader
{
    /// <summary>Most words without meaning between two pieces of a number.</summary>
    private const int MaxFillers = 4;

    private readonly ReadOnlySpan<char> _folded;
    private readonly ReadOnlySpan<TextToken> _tokens;
    private readonly ReadOnlySpan<WordInfo> _words;
    private readonly ReadOnlySpan<bool> _taken;
    private readonly List<NumberAtom> _atoms;
    private int _next;

    public NumberRunReader(
        ReadOnlySpan<char> folded,
        ReadOnlySpan<TextToken> tokens,
        ReadOnlySpan<WordInfo> words,
        ReadOnlySpan<bool> taken,
        List<NumberAtom> atoms
    )
    {
        _folded = folded;
        _tokens = tokens;
        _words = words;
        _taken = taken;
        _atoms = atoms;
    }

    /// <summary>Reads on to the next run.</summary>
    public bool MoveNext()
    {
        _atoms.Clear();
        while (_next < _tokens.Length && !TryStart())
        {
            _next++;
        }

        if (_atoms.Count == 0)
        {
            return false;
        }

        while (TryGoOn()) { }

        return true;
    }

    private bool TryStart()
    {
        if (IsTaken(_next))
        {
            return false;
        }

        var before = _atoms.Count;
        if (IsPlus(_next))
        {
            Add(_next, NumberAtomKind.Plus, 0, NumberJoint.Plain, ' ');
            _next++;
        }

        if (AddAt(_next, NumberJoint.Plain, ' '))
        {
            return true;
        }

        _next -= _atoms.Count - before;
        _atoms.Clear();
        return false;
    }

    private bool TryGoOn()
    {
        var joint = NumberJoint.Plain;
        var fillers = 0;
        var separator = '\0';
        for (var i = _next; i < _tokens.Length && fillers <= MaxFillers; i++)
        {
            if (IsTaken(i) || !IsJoined(i, out var between))
            {
                return false;
            }

            separator = fillers > 0 ? ' ' : between;
            if (IsAnd(i))
            {
                Add(i, NumberAtomKind.And, 0, joint, separator);
                if (AddAt(i + 1, NumberJoint.Plain, ' '))
                {
                    return true;
                }

                _atoms.RemoveAt(_atoms.Count - 1);
            }

            if (AddAt(i, joint, separator))
            {
                return true;
            }

            var info = _words[i];
            if (info.Has(WordFlags.Correction))
            {
                joint = NumberJoint.Corrected;
            }
            else if (!info.Has(WordFlags.Filler))
            {
                return false;
            }
            else if (joint == NumberJoint.Plain)
            {
                joint = NumberJoint.Filled;
            }

            fillers++;
        }

        return false;
    }

    /// <summary>Adds the piece that stands at a token, and goes past it.</summary>
    private bool AddAt(int i, NumberJoint joint, char separator)
    {
        if (i >= _tokens.Length || IsTaken(i))
        {
            return false;
        }

        var token = _tokens[i];
        if (token.IsNumber || IsTypedZero(i))
        {
            var digits = (short)Math.Min(token.Length, short.MaxValue);
            Add(i, NumberAtomKind.Digits, digits, joint, separator);
            return true;
        }

        var number = _words[i].Number;

        if (number is 2 or 3 && Is(i + 1, "fois"))
        {
            // « deux fois zéro », « trois fois le deux ».
            var digit = i + (Is(i + 2, "le") ? 3 : 2);
            if (digit < _tokens.Length && NumberAt(digit) is >= 0 and < 10)
            {
                Add(i, NumberAtomKind.Double, (short)number, joint, separator);
                _next = digit;
                return true;
            }
        }

        if (number >= 0)
        {
            Add(i, NumberAtomKind.Word, (short)number, joint, separator);
            return true;
        }

        if (Is(i, "double") && i + 1 < _tokens.Length && NumberAt(i + 1) is >= 0 and < 10)
        {
            Add(i, NumberAtomKind.Double, 2, joint, separator);
            return true;
        }

        if (IsCorsican(i))
        {
            Add(i, NumberAtomKind.Letter, 1, joint, separator);
            return true;
        }

        return false;
    }

    private void Add(int token, NumberAtomKind kind, short value, NumberJoint joint, char separator)
    {
        _atoms.Add(
            new NumberAtom
            {
                Token = token,
                Kind = kind,
                Value = value,
                Joint = joint,
                Separator = separator,
            }
        );
        _next = token + 1;
    }

    private readonly int NumberAt(int i) =>
        _tokens[i].IsNumber
            ? (_tokens[i].Length == 1 ? _folded[_tokens[i].Start] - '0' : -1)
            : _words[i].Number;

    private readonly bool IsTaken(int i) => _taken[i];

    private readonly bool Is(int i, ReadOnlySpan<char> word) =>
        i < _tokens.Length && Word(i).SequenceEqual(word);

    private readonly ReadOnlySpan<char> Word(int i) =>
        _folded.Slice(_tokens[i].Start, _tokens[i].Length);

    private readonly bool IsAnd(int i) =>
        Is(i, "et")
        && _atoms[^1].Kind == NumberAtomKind.Word
        && _atoms[^1].Value is >= 20 and <= 60;

    private readonly bool IsPlus(int i) =>
        Is(i, "plus")
        && i + 1 < _tokens.Length
        && (_tokens[i + 1].IsNumber || _words[i + 1].Number >= 20);

    /// <summary>The letters « o » and « l » stuck to a digit: « o6 39 98 l2 34 ».</summary>
    private readonly bool IsTypedZero(int i)
    {
        if (!(Is(i, "o") || Is(i, "l") || Is(i, "i")))
        {
            return false;
        }

        var isBefore =
            i + 1 < _tokens.Length
            && _tokens[i + 1].IsNumber
            && _tokens[i + 1].Start == _tokens[i].End
            && (Is(i, "o") || _atoms.Count > 0);
        var isAfter = i > 0 && _tokens[i - 1].IsNumber && _tokens[i - 1].End == _tokens[i].Start;
        return isBefore || isAfter;
    }

    /// <summary>The department of a Corsican number is 2A or 2B: one letter inside the digits.</summary>
    private readonly bool IsCorsican(int i)
    {
        if (_atoms.Count == 0 || !(Is(i, "a") || Is(i, "b")) || i + 1 >= _tokens.Length)
        {
            return false;
        }

        var before = _atoms[^1];
        var isTwo =
            before.Kind == NumberAtomKind.Digits
                ? _folded[_tokens[before.Token].End - 1] == '2'
                : before is { Kind: NumberAtomKind.Word, Value: 2 };
        return isTwo && (_tokens[i + 1].IsNumber || _words[i + 1].Number >= 0);
    }

    /// <summary>Whether what stands before a token lets a number go on.</summary>
    private readonly bool IsJoined(int i, out char separator)
    {
        var gap = _folded[_tokens[i - 1].End.._tokens[i].Start];
        separator = '\0';
        if (gap.Length > 4)
        {
            return false;
        }

        foreach (var c in gap)
        {
            if (!IsSeparator(c))
            {
                return false;
            }

            separator = separator is '\0' or ' ' ? c : separator;
        }

        // « 12,5 » is a measure.
        return gap is not ",";
    }

    /// <summary>Spaces, dots, hyphens, slashes, brackets, and the characters that show nothing.</summary>
    private static bool IsSeparator(char c) =>
        c
            is ' '
                or '.'
                or '-'
                or '/'
                or '('
                or ')'
                or '+'
                or '_'
                or ','
                or '\''
                or '\u00B7'
                or '\u2022'
                or '\u00AD'
                or '\u200B'
                or '\u200C'
                or '\u200D'
                or '\u2060'
                or '\uFEFF';
}
