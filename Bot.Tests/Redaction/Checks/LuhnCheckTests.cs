using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction.Checks;

public sealed class LuhnCheckTests
{
    [TestCase("79927398713", true, Description = "ISO/IEC 7812's example")]
    [TestCase("4970101234567890", false)]
    [TestCase("18", true)]
    [TestCase("00", true)]
    [TestCase("91", true, Description = "a nine doubled is a nine")]
    [TestCase("68", false)]
    [TestCase("0", false, Description = "one digit checks nothing")]
    [TestCase("", false)]
    [TestCase("7992739871a", false)]
    [TestCase("/8", false, Description = "the character before 0")]
    [TestCase("18:", false, Description = "the character after 9")]
    public void The_check_digit_is_that_of_ISO_7812(string digits, bool isValid) =>
        Assert.That(LuhnCheck.IsValid(digits), Is.EqualTo(isValid));

    [TestCase("79927398713")]
    [TestCase("378282246310005")]
    public void A_digit_mistyped_shows(string digits)
    {
        Assert.That(LuhnCheck.IsValid(digits), Is.True);
        for (var i = 0; i < digits.Length; i++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                var typed = digits[..i] + digit + digits[(i + 1)..];
                Assert.That(LuhnCheck.IsValid(typed), Is.EqualTo(digit == digits[i]), typed);
            }
        }
    }
}
