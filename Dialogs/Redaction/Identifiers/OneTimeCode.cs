using System.Globalization;

namespace ChatbotSante.Redaction;

/// <summary>A code of six digits that a person received and types back. Prints masked.</summary>
[IdentityData]
public readonly record struct OneTimeCode
{
    /// <summary>How many digits a code has.</summary>
    public const int Digits = 6;

    private const int Count = 1_000_000;
    private const int MaxSpokenLength = 150;
    private readonly int _value;

    private OneTimeCode(int value) => _value = value;

    /// <summary>The code of a number.</summary>
    /// <param name="value">In [0, 999 999].</param>
    public static OneTimeCode Of(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(value, Count);
        return new OneTimeCode(value);
    }

    /// <summary>Reads a code as people type it, spaces allowed.</summary>
    /// <returns>False when the text is anything but six digits.</returns>
    public static bool TryParse(string text, out OneTimeCode code)
    {
        ArgumentNullException.ThrowIfNull(text);
        code = default;
        var value = 0;
        var digits = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c) && digits < Digits)
            {
                value = (value * 10) + (c - '0');
                digits++;
            }
            else if (c is not (' ' or '.' or '-' or '\u00A0' or '\u202F'))
            {
                return TrySpoken(text, out code);
            }
        }

        code = new OneTimeCode(value);
        return digits == Digits;
    }

    /// <summary>« quarante-deux zéro zéro treize »: words that can be read as six digits.</summary>
    private static bool TrySpoken(string text, out OneTimeCode code)
    {
        Span<char> digits = stackalloc char[Digits];
        var isRead =
            text.Length <= MaxSpokenLength
            && text.Any(char.IsLetter)
            && SpokenNumbers.TryReadDigits(text, digits);
        code = isRead
            ? new OneTimeCode(int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture))
            : default;
        return isRead;
    }

    /// <summary>The six digits.</summary>
    public string Reveal() => _value.ToString("D6", CultureInfo.InvariantCulture);

    public override string ToString() => "[CODE]";
}
