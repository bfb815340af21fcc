using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs.Nlu;

/// <summary>Requests that look like another one. Every sentence here is invented.</summary>
public sealed class RequestWordingsTests
{
    // An appointment that exists.
    [TestCase("vous pouvez me confirmer mon rdv de mercredi ?", Intent.ViewAppointment)]
    [TestCase("mon rdv est toujours à 10 h lundi ?", Intent.ViewAppointment)]
    [TestCase("est-ce que j'ai bien rendez-vous mardi ?", Intent.ViewAppointment)]
    [TestCase("c'est bien jeudi mon rendez-vous ?", Intent.ViewAppointment)]
    [TestCase("annuler celui de lundi et prendre un nouveau rdv", Intent.ChangeAppointment)]
    [TestCase("annulez mon rendez-vous pour en reprendre un plus tard", Intent.ChangeAppointment)]
    [TestCase("annulez l'autre rdv", Intent.CancelAppointment)]
    // As it sounds.
    [TestCase("jvoudrai un rande vou", Intent.BookAppointment)]
    [TestCase("anuler mon rendvou", Intent.CancelAppointment)]
    [TestCase("je ve deplasser mon rdvous", Intent.ChangeAppointment)]
    // Eating, drinking, medicines.
    [TestCase("c'est permis de fumer ? j'ai droit de fumer ou non", Intent.Preparation)]
    [TestCase("puis-je boire un thé sans sucre ?", Intent.Preparation)]
    [TestCase("je dois interrompre mes comprimés ?", Intent.Preparation)]
    [TestCase("je suis sous Eliquis, comment faire ?", Intent.Preparation)]
    [TestCase("où est-ce qu'on peut boire un café ?", Intent.Services)]
    // Somebody else.
    [TestCase("mon grand-père a rendez-vous à quelle heure ?", Intent.AnotherPerson)]
    [TestCase("le rdv de mon voisin, son rendez-vous est bien lundi ?", Intent.AnotherPerson)]
    [TestCase("est-ce que Jeanne Martin est hospitalisée ?", Intent.AnotherPerson)]
    [TestCase("dans quelle chambre se trouve-t-il ?", Intent.AnotherPerson)]
    // A person.
    [TestCase("je souhaite parler avec le docteur Girard", Intent.Human)]
    [TestCase("passez-moi l'anesthésiste", Intent.Human)]
    [TestCase("mon mari est décédé, ne lui envoyez plus rien", Intent.Human)]
    [TestCase("je vous écris pour signaler un décès", Intent.Human)]
    // Visits, ways of reaching, what is open.
    [TestCase("je voudrais passer voir ma tante, c'est à quelle heure ?", Intent.Visits)]
    [TestCase("à quelle heure peut-on visiter un proche ?", Intent.Visits)]
    [TestCase("quel est le numéro de téléphone ?", Intent.Contact)]
    [TestCase("email", Intent.Contact)]
    [TestCase("les urgences sont fermées la nuit ?", Intent.Hours)]
    [TestCase("mes analyses sont-elles prêtes ?", Intent.Services)]
    [TestCase("y a-t-il une rampe ?", Intent.Access)]
    [TestCase("avez-vous un accès handicapé ?", Intent.Access)]
    public void A_message_asks_for_one_thing(string text, Intent intent) =>
        Assert.That(Read(text).Intents, Is.EqualTo(new[] { intent }));

    [TestCase("ma mère est morte d'un cancer")]
    [TestCase("mon numéro de téléphone est le 06 39 98 12 34")]
    [TestCase("rendez-moi mes radios")]
    [TestCase("un café")]
    [TestCase("dans quelle chambre serai-je ?")]
    public void Nothing_is_read_into_it(string text) => Assert.That(Read(text).Intents, Is.Empty);

    [TestCase("j'ai le droit de prendre du thé ?", InfoTopic.Fasting)]
    [TestCase("faut-il arrêter le Previscan ?", InfoTopic.Medicines)]
    [TestCase("y a-t-il un accès pour fauteuil roulant", InfoTopic.Accessibility)]
    [TestCase("vous avez une cafétéria ?", InfoTopic.Meals)]
    public void A_question_has_one_topic(string text, InfoTopic topic) =>
        Assert.That(Read(text).Topics, Is.EqualTo(new[] { topic }));

    private static IntentReading Read(string text) =>
        DemonstrationClinic.Intents.Read(FoldedText.Of(text));
}
