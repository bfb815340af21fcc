using ChatbotSante.Bot.Commands.Redact;
using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Commands;

public sealed class AskedCategoriesTests
{
    [TestCase("Quel est votre nom ?", DataCategory.Name)]
    [TestCase("Comment vous appelez-vous ?", DataCategory.Name)]
    [TestCase(
        "Votre date de naissance, s'il vous plaît ?",
        DataCategory.BirthDate,
        DataCategory.Date
    )]
    [TestCase("À quel numéro de téléphone peut-on vous joindre ?", DataCategory.Phone)]
    [TestCase("Votre adresse mail ?", DataCategory.Email)]
    [TestCase("Quelle est votre adresse ?", DataCategory.Address, DataCategory.Location)]
    [TestCase("Votre code postal ?", DataCategory.Location)]
    [TestCase("Tapez le code à six chiffres.", DataCategory.Secret)]
    [TestCase("Votre numéro de sécurité sociale ?", DataCategory.Nir)]
    [TestCase("Quel âge a l'enfant ?", DataCategory.Age)]
    [TestCase("Combien serez-vous ?")]
    [TestCase("PHONE", DataCategory.Phone)]
    [TestCase("name, birthdate", DataCategory.Name, DataCategory.BirthDate)]
    public void A_question_asks_for_what_its_words_say(
        string question,
        params DataCategory[] asked
    ) => Assert.That(AskedCategories.Of(question), Is.EqualTo(CategorySet.Of(asked)));

    [TestCase("Quel est le motif de votre visite ?")]
    [TestCase("Avez-vous de la fièvre ?")]
    [TestCase("Prenez-vous un traitement ?")]
    [TestCase("HEALTH")]
    public void A_question_about_health_asks_for_all_of_it(string question) =>
        Assert.That(AskedCategories.Of(question), Is.EqualTo(CategorySet.Health));
}
