using System.Globalization;
using ChatbotSante.Redaction;
using CsCheck;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction;

public sealed class IdentifierTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Test]
    public void A_name_prints_masked_and_is_tidied()
    {
        Assert.That(PersonName.TryCreate("LE GOFF-d'ORVAL", "jean-émile", out var name));
        Assert.Multiple(() =>
        {
            Assert.That($"{name}", Is.EqualTo("[NOM]"));
            Assert.That(name!.RevealFamily(), Is.EqualTo("Le Goff-D'Orval"));
            Assert.That(name.RevealGiven(), Is.EqualTo("Jean-Émile"));
        });
    }

    [TestCase("", "Jeanne")]
    [TestCase("Martin", " ")]
    [TestCase("Martin2", "Jeanne")]
    [TestCase("<b>", "Jeanne")]
    [TestCase("Martin\n", "Jeanne")]
    public void What_cannot_be_a_name_is_refused(string family, string given)
    {
        Assert.That(PersonName.TryCreate(family, given, out var name), Is.False);
        Assert.That(name, Is.Null);
    }

    [Test]
    public void A_name_too_long_is_refused() =>
        Assert.That(
            PersonName.TryCreate(new string('a', PersonName.MaxPartLength + 1), "Jeanne", out _),
            Is.False
        );

    [TestCase("06 39 98 12 34", "+33639981234")]
    [TestCase("06.39.98.12.34", "+33639981234")]
    [TestCase("06-39-98-12-34", "+33639981234")]
    [TestCase("06/39/98/12/34", "+33639981234")]
    [TestCase("0639981234", "+33639981234")]
    [TestCase("+33 6 39 98 12 34", "+33639981234")]
    [TestCase("0033639981234", "+33639981234")]
    [TestCase("02 61 91 10 00", "+33261911000")]
    public void A_telephone_number_is_read_as_people_write_it(string text, string e164)
    {
        Assert.That(PhoneNumber.TryParse(text, out var phone));
        Assert.Multiple(() =>
        {
            Assert.That(phone.Reveal(), Is.EqualTo(e164));
            Assert.That($"{phone}", Is.EqualTo("[TELEPHONE]"));
            Assert.That(phone.LastDigits(), Is.EqualTo(e164[^2..]));
            Assert.That(PhoneNumber.FromE164(e164), Is.EqualTo(phone));
        });
    }

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("12")]
    [TestCase("bonjour")]
    [TestCase("0039998123499999999999999999999999999999999999")]
    public void What_is_no_telephone_number_is_refused(string text) =>
        Assert.That(PhoneNumber.TryParse(text, out _), Is.False);

    [Test]
    public void Any_text_is_read_as_a_telephone_number_without_a_fault() =>
        Check.Sample(
            Gen.String,
            text => PhoneNumber.TryParse(text, out var phone) == (phone != default),
            iter: 20_000
        );

    [Test]
    public void A_default_number_gives_nothing_away() =>
        Assert.That(() => default(PhoneNumber).Reveal(), Throws.InvalidOperationException);

    [Test]
    public void A_date_of_birth_prints_masked()
    {
        Assert.That(BirthDate.TryCreate(new DateOnly(1948, 3, 12), Today, out var date));
        Assert.Multiple(() =>
        {
            Assert.That(
                string.Create(CultureInfo.InvariantCulture, $"{date}"),
                Is.EqualTo("[DATE_NAISSANCE]")
            );
            Assert.That(date.RevealIso(), Is.EqualTo("1948-03-12"));
            Assert.That(date.Reveal(), Is.EqualTo(new DateOnly(1948, 3, 12)));
        });
    }

    [TestCase(1, false)]
    [TestCase(0, true)]
    [TestCase(-125 * 366, false)]
    public void A_date_of_birth_is_neither_to_come_nor_too_old(int days, bool isDate) =>
        Assert.That(BirthDate.TryCreate(Today.AddDays(days), Today, out _), Is.EqualTo(isDate));
}
