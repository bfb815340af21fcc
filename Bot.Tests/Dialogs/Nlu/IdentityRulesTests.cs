using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Redaction;
using ChatbotSante.Tests.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs.Nlu;

/// <summary>A name was asked for.</summary>
public sealed class IdentityRulesTests
{
    [TestCase("d'accord aucun souci de paiement")]
    [TestCase("ok pas de problème")]
    [TestCase("j'ai très mal au ventre et à la tête")]
    [TestCase("la grippe cogne fort")]
    [TestCase("je sais pas trop quoi mettre")]
    [TestCase("douze avril soixante trois")]
    [TestCase("vingt deux")]
    [TestCase("les trois")]
    [TestCase("les mercredis sauf exception")]
    [TestCase("combien faut-il payer")]
    [TestCase("des soucis de la banque")]
    [TestCase("de la")]
    [TestCase("oui bricolage soudain")]
    public void What_is_said_instead_of_a_name_is_none(string text) =>
        Assert.That(Name(text), Is.Null);

    [TestCase("De La Tour Anne-Sophie", "De La Tour", "Anne-Sophie")]
    [TestCase("Anne-Sophie de la Tour", "De La Tour", "Anne-Sophie")]
    [TestCase("le goff yannick", "Le Goff", "Yannick")]
    [TestCase("d'Aubigny Pontarvert", "D'Aubigny", "Pontarvert")]
    [TestCase("du Plessis Mathilde", "Du Plessis", "Mathilde")]
    [TestCase("Ben Amar Nadia", "Ben Amar", "Nadia")]
    [TestCase("dos Santos Maria", "Dos Santos", "Maria")]
    [TestCase("kerlouan gwendoline", "Kerlouan", "Gwendoline")]
    [TestCase("oui le bras mathilde", "Le Bras", "Mathilde")]
    [TestCase("non, c'est Kerlouan Gwendoline", "Kerlouan", "Gwendoline")]
    [TestCase("non je m'appelle gwendoline kerlouan", "Kerlouan", "Gwendoline")]
    [TestCase("martin lucie, j'ai de la fièvre", "Martin", "Lucie")]
    [TestCase("Jean-Baptiste Roux", "Roux", "Jean-Baptiste")]
    public void A_name_keeps_its_particles(string text, string family, string given)
    {
        var name = Name(text);

        Assert.That((name?.RevealFamily(), name?.RevealGiven()), Is.EqualTo((family, given)));
    }

    private static PersonName? Name(string text)
    {
        var folded = FoldedText.Of(text);
        return IdentityRules.Name(
            folded,
            Engines.Shared.Classify(folded, CategorySet.Of(DataCategory.Name))
        );
    }
}
