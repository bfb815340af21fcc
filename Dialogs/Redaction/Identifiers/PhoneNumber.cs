using PhoneNumbers;

namespace ChatbotSante.Redaction;

/// <summary>A telephone number in E.164 form. Prints masked.</summary>
[IdentityData]
public readonly record struct PhoneNumber
{
    private const int MaxWrittenLength = 40;
    private const int MaxSpokenLength = 250;

    private readonly string? _e164;

    private PhoneNumber(string e164) => _e164 = e164;

    /// <summary>Reads a number as French people write it, or an international one.</summary>
    public static bool TryParse(string text, out PhoneNumber phone)
    {
        phone = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxSpokenLength)
        {
            return false;
        }

        if (TryFrench(text, out var french) || TrySpoken(text, out french))
        {
            phone = new PhoneNumber(french);
            return true;
        }

        if (text.Length > MaxWrittenLength)
        {
            return false;
        }

        try
        {
            var util = PhoneNumberUtil.GetInstance();
            var parsed = util.Parse(text, "FR");
            if (!util.IsPossibleNumber(parsed))
            {
                return false;
            }

            phone = new PhoneNumber(util.Format(parsed, PhoneNumberFormat.E164));
            return true;
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    /// <summary>Reads the E.164 form that was sealed.</summary>
    public static PhoneNumber FromE164(string e164) => new(e164);

    /// <summary>The number, in E.164 form.</summary>
    public string Reveal() =>
        _e164 ?? throw new InvalidOperationException("A default PhoneNumber has no number.");

    /// <summary>The last two digits, as a person is shown to recognise their number.</summary>
    public string LastDigits() => Reveal()[^2..];

    public override string ToString() => "[TELEPHONE]";

    /// <summary>« zéro six trente-neuf… »: ten digits, the first two of them 01 to 09; or nine, the zero left out.</summary>
    private static bool TrySpoken(string text, out string e164)
    {
        e164 = string.Empty;
        if (!text.Any(char.IsLetter))
        {
            return false;
        }

        Span<char> digits = stackalloc char[10];
        if (SpokenNumbers.TryReadDigits(text, digits) && digits[0] == '0' && digits[1] != '0')
        {
            e164 = string.Concat("+33", digits[1..]);
            return true;
        }

        if (SpokenNumbers.TryReadDigits(text, digits[..9]) && digits[0] is >= '1' and <= '9')
        {
            e164 = string.Concat("+33", digits[..9]);
            return true;
        }

        return false;
    }

    /// <summary>Ten digits that start with 01 to 09: the French national form, which needs no metadata.</summary>
    private static bool TryFrench(string text, out string e164)
    {
        Span<char> digits = stackalloc char[10];
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                if (count == 10)
                {
                    e164 = string.Empty;
                    return false;
                }

                digits[count++] = c;
            }
            else if (c is not (' ' or '.' or '-' or '/' or '\u00A0' or '\u202F'))
            {
                e164 = string.Empty;
                return false;
            }
        }

        var national = count == 10 && digits[0] == '0' && digits[1] != '0';
        e164 = national ? string.Concat("+33", digits[1..]) : string.Empty;
        return national;
    }
}
