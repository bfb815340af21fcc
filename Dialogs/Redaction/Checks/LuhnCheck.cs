namespace ChatbotSante.Redaction;

/// <summary>The check digit of cards, SIREN, RPPS (ISO/IEC 7812-1, annex B).</summary>
internal static class LuhnCheck
{
    public static bool IsValid(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (digit is < 0 or > 9)
            {
                return false;
            }

            digit = i % 2 == 1 ? digit * 2 : digit;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return digits.Length > 1 && sum % 10 == 0;
    }
}
