using System.Globalization;
using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction.Checks;

public sealed class NirCheckTests
{
    [TestCase("148033726104227")]
    [TestCase("285119935111850")]
    [TestCase("269051305502307")]
    [TestCase("162072A00411757", Description = "Southern Corsica: 2A counts as 19")]
    [TestCase("157062B03309151", Description = "Northern Corsica: 2B counts as 18")]
    public void The_key_of_INSEE_is_right(string nir) => Assert.That(NirCheck.HasKey(nir), Is.True);

    [Test]
    public void Every_other_key_is_wrong()
    {
        const string body = "1480337261042";
        var right = Enumerable
            .Range(0, 100)
            .Where(key => NirCheck.HasKey(body + key.ToString("D2", CultureInfo.InvariantCulture)));

        Assert.That(right, Is.EqualTo(new[] { Key(body) }));
    }

    [Test]
    public void A_digit_mistyped_or_two_exchanged_show()
    {
        const string nir = "148033726104227";
        for (var i = 0; i < nir.Length; i++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                var typed = nir[..i] + digit + nir[(i + 1)..];
                Assert.That(NirCheck.HasKey(typed), Is.EqualTo(digit == nir[i]), typed);
            }
        }

        for (var i = 0; i < 12; i++)
        {
            var typed = nir[..i] + nir[i + 1] + nir[i] + nir[(i + 2)..];
            Assert.That(NirCheck.HasKey(typed), Is.EqualTo(nir[i] == nir[i + 1]), typed);
        }
    }

    [TestCase("")]
    [TestCase("14803372610423")]
    [TestCase("1480337261042361")]
    [TestCase("1480337A6104236")]
    [TestCase("14803372610423x")]
    [TestCase("x48033726104236")]
    [TestCase("162072C00411784")]
    [TestCase("+48033726104236")]
    [TestCase(" 48033726104236")]
    public void What_is_no_number_has_no_key(string text) =>
        Assert.That(NirCheck.HasKey(text), Is.False);

    [TestCase("1480137261042", true, Description = "January")]
    [TestCase("1481237261042", true, Description = "December")]
    [TestCase("1480037261042", false)]
    [TestCase("1481337261042", false)]
    [TestCase("1481937261042", false)]
    [TestCase("1482037261042", true, Description = "month unknown")]
    [TestCase("1484237261042", true)]
    [TestCase("1484337261042", false)]
    [TestCase("1484937261042", false)]
    [TestCase("1485037261042", true)]
    [TestCase("1489937261042", true)]
    [TestCase("0480337261042", false)]
    [TestCase("3480337261042", true)]
    [TestCase("4480337261042", true)]
    [TestCase("5480337261042", false)]
    [TestCase("6480337261042", false)]
    [TestCase("7480337261042", true)]
    [TestCase("8480337261042", true)]
    [TestCase("9480337261042", false)]
    [TestCase("1480300261042", false, Description = "no department")]
    [TestCase("1480301261042", true)]
    [TestCase("1480310261042", true)]
    [TestCase("162072A004117", true)]
    [TestCase("148033726104227", true, Description = "with its key")]
    [TestCase("148033726104", false, Description = "too short")]
    [TestCase("", false)]
    public void A_number_has_a_sex_a_month_and_a_department(string text, bool isShaped) =>
        Assert.That(NirCheck.IsShaped(text), Is.EqualTo(isShaped));

    /// <summary>INSEE's definition, written another way.</summary>
    private static int Key(string body) =>
        97
        - (int)(
            long.Parse(
                body.Replace("2A", "19", StringComparison.Ordinal)
                    .Replace("2B", "18", StringComparison.Ordinal),
                CultureInfo.InvariantCulture
            ) % 97
        );
}
