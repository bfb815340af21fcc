using ChatbotSante.Dialogs.Nlu.Emergencies;
using ChatbotSante.Redaction;
using CsCheck;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs.Nlu;

/// <summary>The wordings of the protocol, section 7, and others, typed and spoken. Every sentence here is invented.</summary>
public sealed class EmergencyDetectorTests
{
    // The examples of the protocol.
    [TestCase("u1", "mal a la poitrine")]
    [TestCase("u1", "ca serre")]
    [TestCase("u1", "douleur bras gauche machoire")]
    [TestCase("u1", "infartus")]
    [TestCase("u2", "jarrive plus a respirer")]
    [TestCase("u2", "j'étouffe")]
    [TestCase("u2", "lèvres bleues")]
    [TestCase("u3", "bouche de travers")]
    [TestCase("u3", "bras qui tombe")]
    [TestCase("u3", "parle plus bien d'un coup")]
    [TestCase("u4", "ça pisse le sang")]
    [TestCase("u4", "le sang s'arrete pas")]
    [TestCase("u4", "hémoragie")]
    [TestCase("u5", "il répond plus")]
    [TestCase("u5", "inconscient")]
    [TestCase("u5", "convulsions")]
    [TestCase("u6", "gorge qui gonfle")]
    [TestCase("u2", "visage gonflé et j'étouffe")]
    [TestCase("u7", "je veux mourir")]
    [TestCase("u7", "en finir")]
    [TestCase("u7", "me foutre en l'air")]
    [TestCase("u7", "plus envie de vivre")]
    [TestCase("u8", "il me frappe")]
    [TestCase("u8", "il va me tuer")]
    [TestCase("u9", "enfant maltraité")]
    [TestCase("u9", "on me tape à la maison")]
    [TestCase("u9", "jsuis tout seul j'ai 9 ans")]
    [TestCase("u10", "avalé des comprimés")]
    [TestCase("u10", "javel")]
    [TestCase("u11", "le feu")]
    [TestCase("u11", "accident")]
    [TestCase("u12", "œil noir brutal")]
    [TestCase("u2", "souffle court")]
    [TestCase("u12", "ne peut avaler sa salive")]
    // Others, as people type.
    [TestCase("u1", "g mal a la poitrine dpui 1h")]
    [TestCase("u1", "j'ai une douleur dans la poitrine qui descend dans le bras")]
    [TestCase("u1", "ça me serre fort dans la poitrine")]
    [TestCase("u1", "mon mari fait une crise cardiaque")]
    [TestCase("u1", "je crois que je fais un infarctus")]
    [TestCase("u1", "ma poitrine me serre")]
    [TestCase("u1", "grosse oppression dans la poitrine")]
    [TestCase("u1", "j'ai mal au cœur et au bras gauche")]
    [TestCase("u1", "douleur thoracique")]
    [TestCase("u2", "je n'arrive plus à respirer")]
    [TestCase("u2", "j'arrive pas à respirer")]
    [TestCase("u2", "mon bébé respire mal")]
    [TestCase("u2", "elle a du mal à respirer")]
    [TestCase("u2", "je m'étouffe")]
    [TestCase("u2", "je suffoque")]
    [TestCase("u2", "je manque d'air")]
    [TestCase("u2", "il ne respire plus")]
    [TestCase("u2", "jai plus d'air je peu plu respiré")]
    [TestCase("u3", "mon père a la bouche de travers")]
    [TestCase("u3", "elle a le visage paralysé d'un côté")]
    [TestCase("u3", "il n'arrive plus à parler")]
    [TestCase("u3", "je crois que ma mère fait un AVC")]
    [TestCase("u3", "mon bras est paralysé d'un coup")]
    [TestCase("u4", "je saigne beaucoup")]
    [TestCase("u4", "ça saigne beaucoup depuis l'opération")]
    [TestCase("u4", "il vomit du sang")]
    [TestCase("u4", "je perds beaucoup de sang")]
    [TestCase("u4", "le sang gicle")]
    [TestCase("u4", "mon pansement saigne et ça ne s'arrête pas")]
    [TestCase("u5", "ma femme ne répond plus")]
    [TestCase("u5", "elle ne se réveille pas")]
    [TestCase("u5", "il a perdu connaissance")]
    [TestCase("u5", "mon fils convulse")]
    [TestCase("u5", "elle s'est évanouie")]
    [TestCase("u6", "ma langue gonfle")]
    [TestCase("u6", "j'ai la gorge qui gonfle")]
    [TestCase("u6", "je fais une réaction allergique")]
    [TestCase("u7", "j'ai envie de mourir")]
    [TestCase("u7", "je veux en finir avec la vie")]
    [TestCase("u7", "je vais me suicider")]
    [TestCase("u7", "je veux me tuer")]
    [TestCase("u7", "j'ai envie de me tuer")]
    [TestCase("u7", "jveux plus vivre")]
    [TestCase("u7", "j'ai plus envie de vivre")]
    [TestCase("u7", "je pense à en finir")]
    [TestCase("u8", "mon mari me frappe")]
    [TestCase("u8", "mon copain me menace avec un couteau")]
    [TestCase("u8", "on m'a violée")]
    [TestCase("u8", "je me suis fait violer")]
    [TestCase("u8", "il veut me tuer")]
    [TestCase("u9", "papa me tape")]
    [TestCase("u9", "maman me frappe")]
    [TestCase("u10", "mon fils a avalé une pile")]
    [TestCase("u10", "il a bu de la javel")]
    [TestCase("u10", "j'ai pris toute la boîte de comprimés")]
    [TestCase("u10", "j'ai avalé tous mes médicaments")]
    [TestCase("u10", "overdose")]
    [TestCase("u11", "il y a le feu chez moi")]
    [TestCase("u11", "y a le feu")]
    [TestCase("u11", "au feu !")]
    [TestCase("u11", "il y a un accident devant la clinique")]
    [TestCase("u11", "incendie dans l'immeuble")]
    [TestCase("u12", "je ne vois plus rien d'un œil")]
    [TestCase("u12", "je peux plus avaler ma salive")]
    [TestCase("u2", "je n'ai pas dormi de la nuit, j'étouffe")]
    [TestCase("u1", "pas de fièvre, mal à la poitrine")]
    [TestCase("u2", "il ne respire pas")]
    // As speech recognition gives it.
    [TestCase("u1", "alors voilà euh j'ai très mal dans la poitrine depuis ce matin")]
    [TestCase("u2", "bonjour euh mon mari il arrive plus à respirer là")]
    [TestCase("u5", "allô ma mère est par terre elle répond pas")]
    [TestCase("u4", "il a coupé sa main et le sang il s'arrête pas")]
    [TestCase("u7", "je n'en peux plus je veux en finir")]
    public void A_clear_wording_is_answered_at_once(string family, string text) =>
        Assert.That(Detect(text), Is.EqualTo(new EmergencySignal(family, IsClear: true)));

    // The protocol's negative set.
    [TestCase("j'ai eu un infarctus en 2015, je veux un rdv de suivi")]
    [TestCase("pas de douleur à la poitrine")]
    [TestCase("mon père est mort d'un AVC")]
    [TestCase("c'est urgent j'ai besoin d'une facture")]
    [TestCase("ça me tue d'attendre")]
    [TestCase("je suis mort de rire")]
    [TestCase("le cardiologue du 15")]
    [TestCase("rdv le 15 à 17 h")]
    // Said of the past, denied, feared.
    [TestCase("j'ai fait un avc il y a trois ans")]
    [TestCase("ma mère a eu une crise cardiaque")]
    [TestCase("antécédents : infarctus, hypertension")]
    [TestCase("j'ai peur d'un infarctus")]
    [TestCase("je n'ai pas mal à la poitrine")]
    [TestCase("aucun saignement abondant")]
    [TestCase("il était inconscient pendant l'opération")]
    [TestCase("que faire en cas d'hémorragie ?")]
    [TestCase("quels sont les risques d'hémorragie ?")]
    // Ordinary life of a clinic.
    [TestCase("votre standard ne répond pas")]
    [TestCase("personne ne répond au téléphone")]
    [TestCase("vous ne répondez pas")]
    [TestCase("le secrétariat ne répond plus depuis ce matin")]
    [TestCase("j'ai pris mes médicaments ce matin")]
    [TestCase("dois-je prendre mes comprimés avant l'opération ?")]
    [TestCase("j'ai pris 2 comprimés comme prévu")]
    [TestCase("c'est un accident du travail, quels papiers faut-il ?")]
    [TestCase("suite à mon accident de moto je dois voir l'orthopédiste")]
    [TestCase("on tourne à gauche au feu pour le parking ?")]
    [TestCase("vous m'avez donné le feu vert")]
    [TestCase("je suis toute seule, j'ai 75 ans, qui peut m'accompagner ?")]
    [TestCase("je voudrais prendre un rendez-vous en cardiologie")]
    [TestCase("où est le service de cardiologie ?")]
    [TestCase("c'est urgent, je voudrais un rendez-vous")]
    [TestCase("les urgences sont ouvertes ?")]
    [TestCase("je meurs de faim, il y a une cafétéria ?")]
    [TestCase("ça m'étonne, la voiture a pris feu l'an dernier")]
    [TestCase("ce n'est pas un accident")]
    [TestCase("combien coûte une consultation ?")]
    [TestCase("il parle plus fort s'il vous plaît")]
    [TestCase("un visage reconnu")]
    [TestCase("mon rendez-vous tombe le 12")]
    [TestCase("je voudrais un rendez-vous s'il vous plaît")]
    [TestCase("ma mère parle pas bien français")]
    [TestCase("le saignement s'est arrêté")]
    [TestCase("j'ai bu le produit pour la coloscopie")]
    [TestCase("appelez-moi au 06 39 98 12 34")]
    [TestCase("12 rue du feu, 37000 Tours")]
    [TestCase("bonjour")]
    [TestCase("")]
    public void What_is_no_emergency_of_here_and_now_is_never_clear(string text) =>
        Assert.That(Detect(text)?.IsClear, Is.Not.True);

    [TestCase("j'ai eu un infarctus en 2015, je veux un rdv de suivi", "u1")]
    [TestCase("je n'ai pas mal à la poitrine", "u1")]
    [TestCase("j'ai fait un avc il y a trois ans", "u3")]
    public void What_is_denied_or_past_gets_one_question(string text, string family) =>
        Assert.That(Detect(text), Is.EqualTo(new EmergencySignal(family, IsClear: false)));

    [TestCase("quels sont vos horaires s'il vous plaît ?")]
    [TestCase("rdv le 15 à 17 h")]
    [TestCase("le cardiologue du 15")]
    [TestCase("votre standard ne répond pas")]
    [TestCase("j'ai pris mes médicaments ce matin")]
    [TestCase("c'est urgent j'ai besoin d'une facture")]
    public void An_ordinary_message_is_not_even_asked_about(string text) =>
        Assert.That(Detect(text), Is.Null);

    [Test]
    public void A_clear_emergency_is_found_whatever_stands_around_it() =>
        Check.Sample(
            Gen.Select(
                Gen.Int[0, Around.Length - 1].Select(i => Around[i]),
                Gen.Int[0, Clear.Length - 1].Select(i => Clear[i]),
                Gen.Int[0, Around.Length - 1].Select(i => Around[i])
            ),
            (before, words, after) => Detect($"{before} {words} {after}") is { IsClear: true }
        );

    [Test]
    public void No_text_is_too_strange_for_it() =>
        Check.Sample(
            Gen.String,
            text =>
            {
                _ = Detect(text);
                return true;
            },
            iter: 20_000
        );

    [Test]
    public void An_emergency_at_the_end_of_the_longest_message_is_found()
    {
        const string words = "j'étouffe";
        var longest = string.Concat(Enumerable.Repeat("mal dans ca me sang vous y va ", 200))[
            ..(FoldedText.MaxLength - words.Length - 1)
        ];

        Assert.That(
            Detect($"{longest} {words}"),
            Is.EqualTo(new EmergencySignal("u2", IsClear: true))
        );
    }

    private static string[] Around =>
        [
            "",
            "bonjour",
            "je voudrais un rdv jeudi,",
            "svp aidez-moi",
            "c'est pour ma mère",
            "merci",
            "12 rue des Lilas",
            "vous êtes ouverts ?",
        ];

    private static string[] Clear =>
        [
            "j'étouffe",
            "j'ai mal à la poitrine",
            "je veux mourir",
            "il me frappe",
            "elle convulse",
            "je saigne beaucoup",
        ];

    private static EmergencySignal? Detect(string text) =>
        DemonstrationClinic.Emergencies.Detect(FoldedText.Of(text));
}
