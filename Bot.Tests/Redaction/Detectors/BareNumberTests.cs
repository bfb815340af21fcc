using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction.Detectors;

/// <summary>Numbers of health without the word that says what they measure.</summary>
public sealed class BareNumberTests
{
    [TestCase("38,7 ce matin et 39.2 ce soir", "38,7")]
    [TestCase("38,7 ce matin et 39.2 ce soir", "39.2")]
    [TestCase("j'ai 18 de tension", "18 de tension")]
    [TestCase("je suis sous Doliprane 1000", "1000")]
    [TestCase("je prends du tramadol cinquante", "cinquante")]
    [TestCase("je suis enceinte de 7 mois", "enceinte de 7 mois")]
    [TestCase("je suis à 39 SA", "39 SA")]
    [TestCase("ma douleur est à sept sur dix", "sept sur dix")]
    public void It_is_hidden(string text, string span) => Found.Hides(text, span);

    [TestCase("7 sur 10", "7 sur 10")]
    [TestCase("cinq ou six sur dix", "cinq ou six sur dix")]
    [TestCase("13 8", "13 8")]
    [TestCase("trente-neuf cinq", "trente-neuf cinq")]
    [TestCase("120", "120")]
    public void A_number_answers_a_question_about_health(string text, string span) =>
        Found.Hides(text, span, CategorySet.Health);

    [TestCase("il me reste 38,50 à payer")]
    [TestCase("38,5 euros la consultation")]
    [TestCase("je vous mets 7 sur 10")]
    [TestCase("à 38 km d'ici")]
    public void A_price_a_mark_a_delay_are_nobodys(string text) =>
        Assert.That(Found.In(text).HasHealth, Is.False, Found.In(text).Redact(text));

    [TestCase("depuis 3 jours")]
    [TestCase("vers 8 heures")]
    [TestCase("deux fois")]
    public void A_time_answers_nothing_about_health(string text) =>
        Assert.That(
            Found.Of(text, DataCategory.Measure, CategorySet.Health),
            Is.Empty,
            Found.In(text, CategorySet.Health).Redact(text)
        );

    [Test]
    public void Two_telephone_numbers_in_capitals_hold_no_plate() =>
        Found.Hides("04 65 71 77 05 OU 04 65 71 77 06", "04 65 71 77 05 OU 04 65 71 77 06"[..14]);

    [TestCase("la plaque de mon scooter FH-29-K", "FH-29-K")]
    [TestCase("plaque du scooter fh 129 k", "fh 129 k")]
    public void A_moped_has_a_plate_too(string text, string plate) => Found.Hides(text, plate);
}
