using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction.Checks;

public sealed class IbanCheckTests
{
    [TestCase("fr1420041010050500013m02606")]
    [TestCase("be71096123456769")]
    [TestCase("ch9300762011623852957")]
    [TestCase("de89370400440532013000")]
    [TestCase("gb82west12345698765432")]
    [TestCase("mt84malt011000012345mtlcast001s")]
    [TestCase("no9386011117947")]
    public void The_registry_s_examples_have_their_key_and_their_length(string iban)
    {
        Assert.That(IbanCheck.HasKey(iban), Is.True);
        Assert.That(IbanCheck.CountryLength(iban[0], iban[1]), Is.EqualTo(iban.Length));
        Assert.That(iban.Length, Is.InRange(IbanCheck.MinLength, IbanCheck.MaxLength));
    }

    [Test]
    public void A_character_mistyped_or_two_exchanged_show()
    {
        const string iban = "fr1420041010050500013m02606";
        const string characters = "0123456789abcdefghijklmnopqrstuvwxyz";
        for (var i = 0; i < iban.Length; i++)
        {
            foreach (
                var c in characters.Where(c => char.IsAsciiDigit(c) == char.IsAsciiDigit(iban[i]))
            )
            {
                var typed = iban[..i] + c + iban[(i + 1)..];
                Assert.That(IbanCheck.HasKey(typed), Is.EqualTo(c == iban[i]), typed);
            }
        }

        for (var i = 4; i + 1 < iban.Length; i++)
        {
            var typed = iban[..i] + iban[i + 1] + iban[i] + iban[(i + 2)..];
            Assert.That(IbanCheck.HasKey(typed), Is.EqualTo(iban[i] == iban[i + 1]), typed);
        }
    }

    [TestCase('a', 'd', 24)]
    [TestCase('y', 'e', 30)]
    [TestCase('n', 'o', 15)]
    [TestCase('r', 'u', 33)]
    [TestCase('z', 'z', 0)]
    [TestCase('a', 'a', 0)]
    [TestCase('F', 'R', 0)]
    [TestCase('f', 'R', 0)]
    [TestCase('1', 'r', 0)]
    [TestCase('é', 'r', 0)]
    public void A_country_has_the_length_of_the_registry(char first, char second, int length) =>
        Assert.That(IbanCheck.CountryLength(first, second), Is.EqualTo(length));
}
