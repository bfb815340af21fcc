using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction.Detectors;

/// <summary>Numbers written and said: the same validators read both.</summary>
public sealed class NumberTests
{
    [TestCase("zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre", "0639981234")]
    [TestCase("zero six trente neuf quatre vingt dix huit douze trente quatre", "0639981234")]
    [TestCase("zéro six euh trente-neuf euh 98 12 34", "0639981234")]
    [TestCase("o6 39 98 l2 34", "0639981234")]
    [TestCase("zéro deux soixante et un quatre-vingt-onze dix double zéro", "0261911000")]
    [TestCase(
        "zéro deux soixante et un quatre-vingt-onze onze trois fois le deux un",
        "026191112221",
        12
    )]
    [TestCase(
        "zéro six trente-neuf quatre-vingt-dix-huit douze non pardon treize trente-quatre",
        "0639981334"
    )]
    [TestCase("septante-deux nonante huitante", "729080")]
    [TestCase("mille neuf cent quarante-huit", "1948")]
    [TestCase("quatre-vingt-dix-huit", "98")]
    [TestCase("quatre-vingt-dix-huit", "8018")]
    [TestCase("quatre-vingt-dix-huit", "420108", 6)]
    public void Words_are_read_as_so_many_digits(string said, string expected, int _ = 0)
    {
        var digits = new char[expected.Length];

        Assert.That(SpokenNumbers.TryReadDigits(said, digits));
        Assert.That(new string(digits), Is.EqualTo(expected));
    }

    private readonly char[] _six = new char[6];

    [TestCase("bonjour")]
    [TestCase("")]
    [TestCase("zéro six trente-neuf")]
    public void What_has_no_such_reading_is_refused(string said) =>
        Assert.That(SpokenNumbers.TryReadDigits(said, new char[10]), Is.False);

    [TestCase("deux a trois huit un deux")]
    [TestCase("38 12 2a 3")]
    public void A_letter_of_Corsica_is_no_digit(string said) =>
        Assert.DoesNotThrow(() =>
        {
            Assert.That(
                !SpokenNumbers.TryReadDigits(said, _six) || _six.All(char.IsAsciiDigit),
                Is.True
            );
            Assert.That(OneTimeCode.TryParse(said, out _), Is.False);
        });

    [TestCase("12/03/48")]
    [TestCase("douze mars quarante-huit")]
    [TestCase("le 12 mars 1948")]
    [TestCase("douze mars mille neuf cent quarante-huit")]
    [TestCase("douze mars dix-neuf cent quarante-huit")]
    [TestCase("douze zéro trois quarante-huit")]
    [TestCase("douze trois quarante-huit")]
    [TestCase("12031948")]
    [TestCase("1948-03-12")]
    [TestCase("12 03 1948")]
    public void A_date_is_read_in_every_form(string said)
    {
        Assert.That(DateText.TryRead(said, new DateOnly(2026, 11, 23), out var date));
        Assert.That(date, Is.EqualTo(new DateOnly(1948, 3, 12)));
    }

    [TestCase("31/02/1948")]
    [TestCase("jeudi")]
    [TestCase("quarante-deux")]
    public void A_day_that_does_not_exist_is_no_date(string said) =>
        Assert.That(DateText.TryRead(said, new DateOnly(2026, 11, 23), out _), Is.False);

    [TestCase("zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre", "+33639981234")]
    [TestCase("six trente-neuf quatre-vingt-dix-huit douze trente-quatre", "+33639981234")]
    [TestCase("06 39 98 12 34", "+33639981234")]
    public void A_telephone_said_aloud_is_a_telephone(string said, string e164)
    {
        Assert.That(PhoneNumber.TryParse(said, out var phone));
        Assert.That(phone.Reveal(), Is.EqualTo(e164));
    }

    [TestCase(
        "mon numéro c'est le zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre merci",
        DataCategory.Phone,
        "zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre"
    )]
    [TestCase(
        "plus trente-trois six trente-neuf quatre-vingt-dix-huit douze trente-quatre",
        DataCategory.Phone,
        "plus trente-trois six trente-neuf quatre-vingt-dix-huit douze trente-quatre"
    )]
    [TestCase("+33 (0)6 39 98 12 34", DataCategory.Phone, "+33 (0)6 39 98 12 34")]
    [TestCase("(06) 39 98 12 34", DataCategory.Phone, "(06) 39 98 12 34")]
    [TestCase("06/39/98/12/34", DataCategory.Phone, "06/39/98/12/34")]
    [TestCase("appelez +32 470 12 34 56", DataCategory.Phone, "+32 470 12 34 56")]
    [TestCase(
        "sécu deux quatre-vingt-quatre zéro cinq trente-sept deux cent soixante et un zéro quarante-cinq douze",
        DataCategory.Nir,
        "deux quatre-vingt-quatre zéro cinq trente-sept deux cent soixante et un zéro quarante-cinq douze"
    )]
    [TestCase("mon INS 2 84 05 37 261 045 12", DataCategory.Ins, "2 84 05 37 261 045 12")]
    [TestCase("RPPS 10003456789", DataCategory.ProId, "10003456789")]
    [TestCase("IPP : 8001234567", DataCategory.FileNumber, "8001234567")]
    [TestCase("dossier n° 24-77120", DataCategory.FileNumber, "24-77120")]
    [TestCase("dossier AB-12345", DataCategory.FileNumber, "AB-12345")]
    [TestCase("numéro d'adhérent 4410098", DataCategory.InsurerId, "4410098")]
    [TestCase("passeport 14AV58823", DataCategory.IdDocument, "14AV58823")]
    [TestCase("AB-123-CD", DataCategory.Plate, "AB-123-CD")]
    [TestCase(
        "ma plaque g h quatre cent douze k x",
        DataCategory.Plate,
        "g h quatre cent douze k x"
    )]
    [TestCase("4111 1111 1111 1111", DataCategory.Card, "4111 1111 1111 1111")]
    [TestCase("ma carte 4111 1111 1111 1112", DataCategory.Card, "4111 1111 1111 1112")]
    [TestCase(
        "FR14 2004 1010 0505 0001 3M02 606",
        DataCategory.Iban,
        "FR14 2004 1010 0505 0001 3M02 606"
    )]
    [TestCase(
        "mon iban fr1420041010050500013m02607",
        DataCategory.Iban,
        "fr1420041010050500013m02607"
    )]
    [TestCase("le code est 4512", DataCategory.Secret, "4512")]
    [TestCase("mot de passe : soleil42!", DataCategory.Secret, "soleil42!")]
    [TestCase("« mon mdp:»soleil42!", DataCategory.Secret, "soleil42!")]
    public void An_identifier_is_found_whole(string text, DataCategory category, string span) =>
        Assert.That(
            Found.Of(text, category),
            Is.EqualTo(new[] { span }),
            Found.In(text).Redact(text)
        );

    [TestCase("4111111111111111", DataCategory.Card)]
    [TestCase("FR1420041010050500013M02606", DataCategory.Iban)]
    [TestCase("1 84 12 76 451 089 46", DataCategory.Nir)]
    public void A_key_that_is_right_makes_it_certain(string text, DataCategory category)
    {
        var spans = Found.In(text).Spans.ToArray();

        Assert.That(
            spans.Select(span => (span.Category, span.Confidence)),
            Is.EqualTo(new[] { (category, Confidence.Certain) })
        );
    }

    [TestCase("4111111111111112")]
    [TestCase("1 84 12 76 451 089 47")]
    [TestCase("GB29 NWBK 6016 1331 9268 10")]
    public void A_key_that_is_wrong_lets_nothing_through(string text) => Found.Hides(text, text);

    [TestCase("le 15, le 17, le 18 ou le 112 ?")]
    [TestCase("15 17 18 112 114 119")]
    [TestCase("3114")]
    [TestCase("ça coûte 150 000 euros")]
    [TestCase("entre 10 h 30 et 11 h")]
    [TestCase("je suis au 3e étage")]
    public void What_everybody_has_is_nobodys(string text) =>
        Assert.That(Found.In(text).IsClean, Found.In(text).Redact(text));
}
