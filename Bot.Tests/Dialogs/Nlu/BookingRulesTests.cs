using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs.Nlu;

public sealed class BookingRulesTests
{
    [TestCase("ni l'un ni l'autre", Alternative.Others)]
    [TestCase("vous n'avez pas d'autres créneaux ?", Alternative.Others)]
    [TestCase("aucun des deux ne me va", Alternative.Others)]
    [TestCase("d'autres horaires svp", Alternative.Others)]
    [TestCase("plutôt plus tard", Alternative.Later)]
    [TestCase("vous avez plus tôt ?", Alternative.Earlier)]
    [TestCase("Un autre jour", Alternative.OtherDay)]
    [TestCase("pas ce jour-là", Alternative.OtherDay)]
    [TestCase("plus tard, ou un autre jour", Alternative.OtherDay)]
    [TestCase("le plus tôt possible", null)]
    [TestCase("plus tôt possible svp", null)]
    [TestCase("au plus tôt", null)]
    [TestCase("au plus tard vendredi", null)]
    [TestCase("quel jour ?", null)]
    [TestCase("", null)]
    public void Other_slots_are_wanted_as_people_say_it(string text, Alternative? alternative) =>
        Assert.That(BookingRules.AlternativeIn(FoldedText.Of(text)), Is.EqualTo(alternative));

    [TestCase("c'est pour ma grand-mère")]
    [TestCase("un rdv pour mon beau-père")]
    [TestCase("pour un proche")]
    [TestCase("au nom de ma sœur")]
    [TestCase("au nom de mon fils Paul")]
    [TestCase("pour quelqu'un d'autre")]
    [TestCase("pour une autre personne")]
    [TestCase("non, pour elle")]
    [TestCase("prendre rendez-vous à mon mari")]
    [TestCase("pr la voisine")]
    public void Somebody_else_is_recognised(string text) =>
        Assert.That(BookingRules.IsForOther(FoldedText.Of(text)), Is.True);

    [TestCase("pour moi")]
    [TestCase("pour jeudi")]
    [TestCase("pour un rendez-vous")]
    [TestCase("ma femme m'a conseillé d'appeler")]
    [TestCase("pour le mardi matin")]
    [TestCase("à demain")]
    [TestCase("je parle à lui")]
    [TestCase("je voudrais parler à quelqu'un d'autre")]
    [TestCase("pour")]
    [TestCase("")]
    public void Nobody_else_is_imagined(string text) =>
        Assert.That(BookingRules.IsForOther(FoldedText.Of(text)), Is.False);

    [TestCase("en fait c'est pour moi", true)]
    [TestCase("non pour moi", true)]
    [TestCase("pour moi-même", true)]
    [TestCase("pour moi jeudi ça ira très bien", false)]
    [TestCase("pour ma mère", false)]
    public void The_one_who_writes_is_recognised(string text, bool isSelf) =>
        Assert.That(BookingRules.IsForSelf(FoldedText.Of(text)), Is.EqualTo(isSelf));

    [TestCase("vous avez une liste d'attente ?", true)]
    [TestCase("prévenez-moi si une place se libère", true)]
    [TestCase("en cas de désistement", true)]
    [TestCase("la salle d'attente", false)]
    [TestCase("je suis en attente", false)]
    public void The_waiting_list_is_asked_for(string text, bool waits) =>
        Assert.That(BookingRules.WantsToWait(FoldedText.Of(text)), Is.EqualTo(waits));
}
