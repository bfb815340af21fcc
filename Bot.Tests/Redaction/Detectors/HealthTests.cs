using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction.Detectors;

public sealed class HealthTests
{
    [TestCase("je dois passer une IRM")]
    [TestCase("j'ai mal au ventre")]
    [TestCase("je n'ai pas de diabète")]
    [TestCase("j'ai peur que ce soit un cancer")]
    [TestCase("mon père a eu un infarctus")]
    [TestCase("douleur au genou gauche")]
    [TestCase("doliprane 1000 mg trois fois par jour")]
    [TestCase("CRP à 45")]
    [TestCase("j'ai 39 de fièvre")]
    [TestCase("allergique à la pénicilline")]
    [TestCase("je suis en fauteuil roulant")]
    [TestCase("Motif : malaise")]
    public void Somebodys_health_is_found(string text)
    {
        var result = Found.In(text);

        Assert.That(result.HasHealth, result.Redact(text));
        Assert.That(result.Degree, Is.EqualTo(SensitivityDegree.S2));
    }

    [TestCase("je suis enceinte de trois mois")]
    [TestCase("je fais une dépression")]
    [TestCase("je suis séropositif")]
    [TestCase("mon mari me frappe")]
    [TestCase("je suis suivi en addictologie")]
    [TestCase("j'ai pris une pilule du lendemain")]
    public void What_is_very_sensitive_is_of_the_third_degree(string text) =>
        Assert.That(
            Found.In(text).Degree,
            Is.EqualTo(SensitivityDegree.S3),
            Found.In(text).Redact(text)
        );

    [TestCase("faites-vous des IRM ?")]
    [TestCase("combien coûte une prothèse de hanche ?")]
    [TestCase("est-ce que vous traitez les varices ?")]
    [TestCase("je voudrais savoir si vous faites des coloscopies")]
    [TestCase("faut-il être à jeun pour une prise de sang ?")]
    [TestCase("ça me rend malade, ces délais")]
    [TestCase("j'en ai plein le dos d'attendre")]
    [TestCase("la clinique est-elle accessible en fauteuil roulant ?")]
    public void A_question_to_anybody_and_an_idiom_are_clean(string text) =>
        Assert.That(Found.In(text).IsClean, Found.In(text).Redact(text));

    [TestCase("quels vaccins sont obligatoires pour les nourrissons")]
    [TestCase("c'est quoi une fibroscopie")]
    [TestCase("délai pour une IRM")]
    [TestCase("les tests covid se font où")]
    [TestCase("que faire en cas de brûlure")]
    [TestCase("où trouver un défibrillateur")]
    [TestCase("faut une ordonnance pour une prise de sang")]
    [TestCase("la clinique est elle accessible en fauteuil roulant")]
    public void A_question_without_its_sign_is_clean(string text) =>
        Assert.That(Found.In(text).IsClean, Found.In(text).Redact(text));

    [TestCase("le pansement est trempé, que faire ?")]
    [TestCase("Eliquis 5 mg à arrêter combien de jours avant ?")]
    [TestCase("est-ce normal d'avoir encore des vertiges ?")]
    [TestCase("œil rouge et collé au réveil, faut-il consulter ?")]
    public void What_is_told_before_a_question_is_somebodys(string text) =>
        Assert.That(Found.In(text).HasHealth, Found.In(text).Redact(text));

    [TestCase("unable to connect to host")]
    [TestCase("timeout error, retry later")]
    [TestCase("connection refused by upstream server")]
    [TestCase("Server returned status 500")]
    [TestCase("erreur 404 quand je clique")]
    public void What_programs_print_is_of_nobody(string text) =>
        Assert.That(Found.In(text).IsClean, Found.In(text).Redact(text));

    [TestCase("j'ai une douleur très forte au genou gauche", "douleur très forte au genou gauche")]
    [TestCase("ma tension est à 14/9", "tension est à 14/9")]
    [TestCase("j'ai pris deux Doliprane", "deux Doliprane")]
    [TestCase("fracture du scaphoïde", "fracture du scaphoïde")]
    public void What_says_more_of_it_is_hidden_with_it(string text, string span) =>
        Found.Hides(text, span);
}
