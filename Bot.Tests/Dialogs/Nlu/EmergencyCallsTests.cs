using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs.Nlu;

/// <summary>Calls for help and dangers that name no illness. Every sentence here is invented.</summary>
public sealed class EmergencyCallsTests
{
    // Plain calls.
    [TestCase("u12", "au secours, vite, dans le couloir")]
    [TestCase("u12", "sos chambre 12")]
    [TestCase("u12", "envoyez-moi les pompiers s'il vous plaît")]
    [TestCase("u12", "les pompiers ne décrochent pas")]
    [TestCase("u2", "please, my son is not breathing")]
    [TestCase("u2", "mi hija no puede respirar")]
    // A danger said first keeps its own number.
    [TestCase("u8", "au secours il me frappe")]
    [TestCase("u11", "au secours il y a le feu")]
    // A leg and the breath.
    [TestCase("u2", "opérée du genou lundi, ma jambe est toute rouge et je suis essoufflée")]
    [TestCase("u2", "essoufflée depuis hier avec un mollet très gonflé")]
    // A cast.
    [TestCase("u12", "depuis qu'on m'a mis ce plâtre mes orteils sont glacés et engourdis")]
    [TestCase("u12", "main violette et insensible sous l'attelle")]
    [TestCase("u12", "je ne sens plus mes doigts depuis la pose du plâtre")]
    // Swallowed.
    [TestCase("u10", "mon neveu vient d'avaler un petit jouet")]
    [TestCase("u10", "elle a ingéré une perle")]
    [TestCase("u10", "mamie a pris deux gélules de trop ce midi")]
    // Burnt.
    [TestCase("u11", "il a reçu de l'huile brûlante sur les mains")]
    [TestCase("u11", "elle s'est brûlé la figure avec la vapeur")]
    [TestCase("u11", "ma nièce s'est ébouillantée")]
    // Fallen.
    [TestCase("u5", "le bébé est tombé du canapé")]
    [TestCase("u5", "le nourrisson de ma cousine est tombé de son fauteuil")]
    [TestCase("u5", "mon nourrisson a chuté de mes bras")]
    [TestCase("u5", "ma voisine a glissé, je ne parviens pas à la relever")]
    [TestCase("u5", "tombée dans la cuisine, elle n'arrive plus à se mettre debout")]
    // Hit.
    [TestCase("u8", "mon conjoint m'a encore mis une baffe")]
    [TestCase("u8", "elle m'a donné un coup de couteau")]
    [TestCase("u8", "mon ex m'a poussée dans l'escalier")]
    [TestCase("u9", "maman m'a donné des claques")]
    [TestCase("u9", "papa est soûl et il casse tout")]
    public void Is_answered_at_once(string family, string text) =>
        Assert.That(Detect(text), Is.EqualTo((family, true)));

    [TestCase("u12", "à l'aide")]
    [TestCase("u12", "il me faudrait appeler une ambulance, je crois")]
    [TestCase("u7", "je pense tout le temps à la mort")]
    [TestCase("u7", "elle n'a plus envie de rien")]
    [TestCase("u9", "j'ai peur de papa")]
    [TestCase("u12", "est-ce que je vais mourir pendant l'opération ?")]
    [TestCase("u12", "mon plâtre est beaucoup trop serré")]
    [TestCase("u10", "un comprimé de trop hier, ça compte ?")]
    [TestCase("u11", "je me suis brûlé le doigt")]
    [TestCase("u5", "mon fils est tombé sur la tête à l'école")]
    public void Is_asked_about(string family, string text) =>
        Assert.That(Detect(text), Is.EqualTo((family, false)));

    [TestCase("SOS médecins m'a dit de vous écrire")]
    [TestCase("je marche à l'aide de deux béquilles")]
    [TestCase("ai-je droit à l'aide sociale ?")]
    [TestCase("je viendrai en ambulance")]
    [TestCase("l'ambulance est-elle remboursée ?")]
    [TestCase("vous appelez à quelle heure la veille ?")]
    [TestCase("mon plâtre a séché, on l'enlève quand ?")]
    [TestCase("je veux un rendez-vous pour enlever ma résine à la main")]
    [TestCase("j'ai avalé mon petit déjeuner trop tôt")]
    [TestCase("il me reste des comprimés en trop")]
    [TestCase("le docteur m'a donné un coup de main")]
    [TestCase("mon mari m'a donné un coup de fil")]
    [TestCase("mon bébé est tombé malade")]
    [TestCase("mon bébé tombe de sommeil à midi")]
    [TestCase("le vaccin de mon bébé tombe un lundi")]
    [TestCase("je pense à la mort de mon chat")]
    [TestCase("je meurs d'envie d'un gâteau")]
    [TestCase("le café est brûlant à la cafétéria")]
    [TestCase("il s'est relevé tout seul et va bien")]
    [TestCase("le secrétariat ne décroche pas")]
    [TestCase("je bois du café bouillant le matin")]
    [TestCase("j'ai pris un coup de froid")]
    [TestCase("papa a pris rendez-vous")]
    public void Is_no_emergency(string text) => Assert.That(Detect(text), Is.Null);

    private static (string Family, bool IsClear)? Detect(string text) =>
        DemonstrationClinic.Emergencies.Detect(FoldedText.Of(text)) is { } signal
            ? (signal.Family, signal.IsClear)
            : null;
}
