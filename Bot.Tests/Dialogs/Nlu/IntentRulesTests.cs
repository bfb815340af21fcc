using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs.Nlu;

public sealed class IntentRulesTests
{
    [TestCase("bjr", Intent.Greet)]
    [TestCase("Bonsoir madame", Intent.Greet)]
    [TestCase("merci beaucoup", Intent.Thanks)]
    [TestCase("au revoir", Intent.Goodbye)]
    [TestCase("aide", Intent.Help)]
    [TestCase("comment ça marche ?", Intent.Help)]
    [TestCase("je voudrais un rdv", Intent.BookAppointment)]
    [TestCase("jvoudrai un rendez vous svp", Intent.BookAppointment)]
    [TestCase("je souhaite consulter un dermato", Intent.BookAppointment)]
    [TestCase("vous avez un créneau ?", Intent.BookAppointment)]
    [TestCase("je veux annuler mon rendez-vous", Intent.CancelAppointment)]
    [TestCase("annuler mon rdv de jeudi", Intent.CancelAppointment)]
    [TestCase("je dois décaler mon rendez-vous", Intent.ChangeAppointment)]
    [TestCase("peut-on changer l'heure ?", Intent.ChangeAppointment)]
    [TestCase("quand est mon rdv ?", Intent.ViewAppointment)]
    [TestCase("quels sont vos horaires ?", Intent.Hours)]
    [TestCase("c'est ouvert samedi ?", Intent.Hours)]
    [TestCase("vous êtes où ?", Intent.Access)]
    [TestCase("je peux me garer ?", Intent.Access)]
    [TestCase("quel bus ?", Intent.Access)]
    [TestCase("votre numéro ?", Intent.Contact)]
    [TestCase("comment vous joindre", Intent.Contact)]
    [TestCase("puis-je rendre visite à ma tante ?", Intent.Visits)]
    [TestCase("humain", Intent.Human)]
    [TestCase("je veux parler à quelqu'un", Intent.Human)]
    [TestCase("passez-moi le secrétariat", Intent.Human)]
    [TestCase("rappelez-moi", Intent.Human)]
    [TestCase("vous êtes un robot ?", Intent.BotIdentity)]
    [TestCase("êtes-vous une personne ou une machine ?", Intent.BotIdentity)]
    [TestCase("laissez tomber", Intent.Abandon)]
    [TestCase("stop", Intent.Abandon)]
    [TestCase("annuler", Intent.Cancel)]
    [TestCase("je n'ai rien reçu", Intent.ResendCode)]
    [TestCase("envoyez-moi un nouveau code", Intent.ResendCode)]
    [TestCase("je voudrais voir mes rdv", Intent.ViewAppointment)]
    [TestCase("tout va bien, fausse alerte", Intent.FalseAlarm)]
    [TestCase("c'est pas une urgence", Intent.FalseAlarm)]
    public void A_message_asks_for_one_thing(string text, Intent intent) =>
        Assert.That(IntentRules.In(FoldedText.Of(text)), Is.EqualTo(new[] { intent }));

    [TestCase("oui")]
    [TestCase("jeudi matin")]
    [TestCase("Martin Jeanne 12/03/48")]
    [TestCase("blorg")]
    [TestCase("je ne veux pas annuler")]
    [TestCase("")]
    [TestCase("j'ai mal au dos")]
    public void What_asks_for_nothing_has_no_intent(string text) =>
        Assert.That(IntentRules.In(FoldedText.Of(text)), Is.Empty);

    [Test]
    public void Several_requests_are_in_the_order_they_were_said_and_courtesies_last() =>
        Assert.That(
            IntentRules.In(
                FoldedText.Of("bonjour, vos horaires et votre adresse ? et je voudrais un rdv")
            ),
            Is.EqualTo(new[] { Intent.Hours, Intent.Access, Intent.BookAppointment, Intent.Greet })
        );

    [Test]
    public void Each_intent_comes_once() =>
        Assert.That(
            IntentRules.In(FoldedText.Of("rdv rdv rendez-vous consultation")),
            Is.EqualTo(new[] { Intent.BookAppointment })
        );
}
