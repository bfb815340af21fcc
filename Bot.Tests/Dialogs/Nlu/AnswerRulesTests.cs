using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs.Nlu;

public sealed class AnswerRulesTests
{
    [TestCase("oui", true)]
    [TestCase("OUI !", true)]
    [TestCase("ouais", true)]
    [TestCase("ok", true)]
    [TestCase("d'accord", true)]
    [TestCase("c'est bon", true)]
    [TestCase("c'est ça", true)]
    [TestCase("bien sûr", true)]
    [TestCase("ça me va", true)]
    [TestCase("ça marche", true)]
    [TestCase("je confirme", true)]
    [TestCase("parfait", true)]
    [TestCase("non", false)]
    [TestCase("nan", false)]
    [TestCase("non merci", false)]
    [TestCase("pas du tout", false)]
    [TestCase("c'est pas bon", false)]
    [TestCase("oui enfin non", false)]
    [TestCase("ça ne me va pas", false)]
    [TestCase("jeudi", null)]
    [TestCase("peut-être", null)]
    [TestCase("", null)]
    public void Yes_and_no_are_told_apart(string text, bool? answer) =>
        Assert.That(AnswerRules.YesOrNo(FoldedText.Of(text)), Is.EqualTo(answer));

    [TestCase("le premier", 1)]
    [TestCase("la première", 1)]
    [TestCase("le 1er", 1)]
    [TestCase("1", 1)]
    [TestCase("un", 1)]
    [TestCase("le deuxième", 2)]
    [TestCase("le second", 2)]
    [TestCase("la seconde", 2)]
    [TestCase("le 2eme", 2)]
    [TestCase("la 2e", 2)]
    [TestCase("numéro 2", 2)]
    [TestCase("le deux", 2)]
    [TestCase("le troisième", 3)]
    [TestCase("3ème", 3)]
    [TestCase("le dernier", -1)]
    [TestCase("la dernière", -1)]
    [TestCase("le premier, non le deuxième", 2)]
    [TestCase("deux euh non le premier", 1)]
    [TestCase("le premier euh non deux", 2)]
    [TestCase("un rendez-vous", null)]
    [TestCase("le 12", null)]
    [TestCase("jeudi 2", null)]
    [TestCase("9", null)]
    [TestCase("", null)]
    public void A_choice_is_read_as_people_say_it(string text, int? ordinal) =>
        Assert.That(AnswerRules.Ordinal(FoldedText.Of(text)), Is.EqualTo(ordinal));
}
