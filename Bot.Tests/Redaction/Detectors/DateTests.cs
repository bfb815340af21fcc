using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction.Detectors;

public sealed class DateTests
{
    [TestCase("opérée le 3 septembre 2024", "3 septembre 2024")]
    [TestCase("venu le 04/09/2021", "04/09/2021")]
    [TestCase("vu le 09/08 en consultation", "09/08")]
    [TestCase("il est venu en octobre 2020", "octobre 2020")]
    [TestCase("le rendez-vous du mardi 4 novembre à 10h30", "mardi 4 novembre à 10h30")]
    [TestCase("hospitalisée depuis trois semaines", "depuis trois semaines")]
    [TestCase("opéré il y a deux mois", "il y a deux mois")]
    [TestCase("examen du 2024-03-15T14:30:00Z", "2024-03-15T14:30:00Z")]
    public void A_date_of_care_is_found(string text, string span) =>
        Assert.That(
            Found.Of(text, DataCategory.Date),
            Is.EqualTo(new[] { span }),
            Found.In(text).Redact(text)
        );

    [TestCase("né le 12/03/48", "12/03/48")]
    [TestCase("née le douze mars quarante-huit", "douze mars quarante-huit")]
    [TestCase("je suis né en 48", "48")]
    [TestCase("ddn 12.03.1948", "12.03.1948")]
    public void A_date_of_birth_is_told_by_its_words(string text, string span) =>
        Assert.That(
            Found.Of(text, DataCategory.BirthDate),
            Is.EqualTo(new[] { span }),
            Found.In(text).Redact(text)
        );

    [TestCase("j'ai 78 ans", "78 ans")]
    [TestCase("ma mère de quatre-vingt-deux ans", "quatre-vingt-deux ans")]
    [TestCase("mon bébé de 3 mois", "3 mois")]
    public void An_age_is_found(string text, string span) =>
        Assert.That(Found.Of(text, DataCategory.Age), Is.EqualTo(new[] { span }));

    [TestCase("Vous êtes ouverts le 15 août ?")]
    [TestCase("je viens jeudi à 10 h")]
    [TestCase("à partir de quel âge ?")]
    [TestCase("il n'est pas venu")]
    public void What_is_nobodys_date_is_clean(string text) =>
        Assert.That(Found.In(text).IsClean, Found.In(text).Redact(text));
}
