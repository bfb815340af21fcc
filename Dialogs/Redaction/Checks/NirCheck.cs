using System.Globalization;

namespace ChatbotSante.Redaction;

/// <summary>Shape and key of the French social-security number.</summary>
/// <remarks>Key = 97 − (body mod 97), where 2A counts as 19 and 2B as 18. Source: INSEE, definition c1409.</remarks>
internal static class NirCheck
{
    public const int BodyLength = 13;
    public const int Length = 15;

    /// <summary>Whether the key of fifteen characters is right.</summary>
    public static bool HasKey(ReadOnlySpan<char> compact)
    {
        if (compact.Length != Length)
        {
            return false;
        }

        Span<char> body = stackalloc char[BodyLength];
        compact[..BodyLength].CopyTo(body);
        switch (body[6])
        {
            case 'A':
                body[6] = '0';
                break;
            case 'B':
                body[6] = '0';
                break;
            default:
                break;
        }

        if (
            !long.TryParse(body, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !int.TryParse(
                compact[BodyLength..],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var key
            )
        )
        {
            return false;
        }

        // With its letter read as 0, the body is a million or two too great.
        number -= compact[6] switch
        {
            'A' => 1_000_000,
            'B' => 2_000_000,
            _ => 0,
        };
        return key == 97 - (int)(number % 97);
    }

    /// <summary>Whether thirteen characters or more can begin a number: sex, month and department exist.</summary>
    public static bool IsShaped(ReadOnlySpan<char> compact)
    {
        if (compact.Length < BodyLength || compact[0] is not ((>= '1' and <= '4') or '7' or '8'))
        {
            return false;
        }

        var month = ((compact[3] - '0') * 10) + (compact[4] - '0');
        return month is (>= 1 and <= 12) or (>= 20 and <= 42) or (>= 50 and <= 99)
            && !(compact[5] == '0' && compact[6] == '0');
    }
}
