using System.Text;

namespace ChatbotSante.Redaction;

/// <summary>
/// Redacts what an operator reads: messages of exceptions, values that libraries log. No classifier knows every name there is, so
/// the words that pass are listed instead: those of <see cref="OperatorWords"/>, placeholders, punctuation, and numbers
/// that a word announces as the machine's. Everything else is <c>[REDACTED:n]</c>.
/// </summary>
/// <param name="classifier">Is shown what is left out, alone, so that its kind shows: what an operator reads is not French, and listed
/// words stay whatever a classifier of French would make of them.</param>
public sealed class OperatorRedactor(ITextRedactor classifier) : ITextRedactor
{
    /// <summary>Longest text that is read, in UTF-16 code units.</summary>
    public const int MaxLength = FailClosedRedactor.MaxLength;

    /// <summary>Longest number that passes: a telephone number has ten digits, a code six.</summary>
    private const int MaxDigits = 5;

    /// <inheritdoc />
    public SafeText Redact(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return default;
        }

        if (text.Length > MaxLength)
        {
            return SafeText.Withheld(text.Length);
        }

        if (TryRead(text, written: null))
        {
            return new SafeText(text.ToString());
        }

        var written = new StringBuilder(text.Length + 16);
        TryRead(text, written);
        return new SafeText(written.ToString());
    }

    /// <summary>Reads a text once, and writes what passes of it.</summary>
    /// <returns>Whether all of it passes; false at the first that does not, when nothing is to be written.</returns>
    private bool TryRead(ReadOnlySpan<char> text, StringBuilder? written)
    {
        var copied = 0;
        var hidden = -1;
        var hiddenEnd = 0;
        var isCounted = false;
        var i = 0;
        while (i < text.Length)
        {
            var start = i;
            var passes = Next(text, ref i, ref isCounted, out var isSeparator);
            if (isSeparator)
            {
                continue;
            }

            if (!passes)
            {
                if (written is null)
                {
                    return false;
                }

                if (hidden < 0)
                {
                    written.Append(text[copied..start]);
                    hidden = start;
                }

                hiddenEnd = i;
            }
            else if (hidden >= 0)
            {
                Withhold(written!, text[hidden..hiddenEnd]);
                copied = hiddenEnd;
                hidden = -1;
            }
        }

        if (written is null)
        {
            return true;
        }

        if (hidden >= 0)
        {
            Withhold(written, text[hidden..hiddenEnd]);
            copied = hiddenEnd;
        }

        written.Append(text[copied..]);
        return false;
    }

    /// <summary>Reads one run of letters, of digits, a placeholder, or one other character.</summary>
    private static bool Next(
        ReadOnlySpan<char> text,
        ref int i,
        ref bool isCounted,
        out bool isSeparator
    )
    {
        var start = i;
        var c = text[i];
        isSeparator = false;
        if (char.IsLetter(c))
        {
            while (i < text.Length && char.IsLetter(text[i]))
            {
                i++;
            }

            var letters = text[start..i];
            var passes = !letters.ContainsAnyExceptInRange('A', 'z') && OperatorWords.Has(letters);
            isCounted = passes && OperatorWords.CountsAfter(letters);
            return passes;
        }

        if (char.IsAsciiDigit(c))
        {
            while (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                i++;
            }

            var passes = isCounted && i - start <= MaxDigits;
            isCounted = false;
            return passes;
        }

        if (c == '[' && Placeholder.LengthAtStart(text[i..]) is > 0 and var length)
        {
            i += length;
            isCounted = false;
            return true;
        }

        i++;
        isSeparator = c is (>= ' ' and < (char)127) or '\n';
        // « line 12 », « Error: 5 », « port=80 », « status #3 »
        isCounted &= c is ' ' or ':' or '=' or '#' or '/';
        return isSeparator;
    }

    /// <summary>Says what kind of thing was hidden, where the classifier knows all of it as one thing.</summary>
    private void Withhold(StringBuilder written, ReadOnlySpan<char> hidden)
    {
        var named = classifier.Redact(hidden).ToString();
        written.Append(
            Placeholder.LengthAtStart(named) == named.Length
                ? named
                : SafeText.Withheld(hidden.Length).ToString()
        );
    }
}
