using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction.Detectors;

public sealed class NameAndPlaceTests
{
    [TestCase("je m'appelle jeanne mercier", "jeanne mercier")]
    [TestCase("ma voisine Lucie Morand dit que ça ira", "Lucie Morand")]
    [TestCase("c'est le docteur Vigneron qui me suit", "Vigneron")]
    [TestCase("Dr Jean DUPONT", "Jean DUPONT")]
    [TestCase("Mme V. Castaing", "V. Castaing")]
    [TestCase("je vous adresse M. Tellier", "Tellier")]
    [TestCase("Bien à vous, Anouk", "Anouk")]
    [TestCase("Nom : MARTIN", "MARTIN")]
    [TestCase(
        "M comme Marie, E comme Émile, R comme Robert",
        "M comme Marie, E comme Émile, R comme Robert"
    )]
    [TestCase("mercier m e r c i e r", "m e r c i e r")]
    public void A_name_is_hidden(string text, string span) => Found.Hides(text, span);

    [TestCase(
        "j'habite 12 bis rue des Tilleuls 37000 Tours",
        "12 bis rue des Tilleuls 37000 Tours"
    )]
    [TestCase(
        "12 rue des Lilas, appartement 4, 3e étage, 37000 Tours",
        "12 rue des Lilas, appartement 4, 3e étage, 37000 Tours"
    )]
    [TestCase("douze rue du huit mai mille neuf cent quarante-cinq", "douze rue du huit mai")]
    [TestCase("1 rue du 11 novembre 1918", "1 rue du 11 novembre 1918")]
    [TestCase("j'habite à Tours", "Tours")]
    [TestCase("37000 Tours", "37000 Tours")]
    [TestCase(
        "lieu-dit la Grande Métairie 79200 Parthenay",
        "lieu-dit la Grande Métairie 79200 Parthenay"
    )]
    [TestCase("j'habite résidence les Tilleuls bâtiment C", "résidence les Tilleuls bâtiment C")]
    [TestCase("Résidence Les Tilleuls bât C appt 12", "Résidence Les Tilleuls bât C appt 12")]
    [TestCase("j'habite au 45 de la rue Jean Jaurès", "45 de la rue Jean Jaurès")]
    [TestCase("livrer : Le Bourg, 24330 Saint-Crépin", "Le Bourg, 24330 Saint-Crépin")]
    [TestCase("appt 31, 15 quai Paul Bert, 37100 Tours", "appt 31, 15 quai Paul Bert, 37100 Tours")]
    [TestCase("4, impasse des Genêts - 56100 Lorient", "4, impasse des Genêts - 56100 Lorient")]
    public void A_place_is_hidden(string text, string span) => Found.Hides(text, span);

    [TestCase("c'est dans quelle rue ?")]
    [TestCase("vous avez des places de parking ?")]
    [TestCase("madame la directrice est là ?")]
    [TestCase("il y a un escalier ?")]
    [TestCase("le docteur reçoit le mercredi ?")]
    [TestCase("la place est libre")]
    [TestCase("c'est une résidence calme")]
    public void What_names_nobody_is_clean(string text) =>
        Assert.That(Found.In(text).IsClean, Found.In(text).Redact(text));
}
