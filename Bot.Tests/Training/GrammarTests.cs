using ChatbotSante.Redaction;
using ChatbotSante.Tests.Support;
using ChatbotSante.Training;
using ChatbotSante.Training.Rendering;
using ChatbotSante.Training.Templates;
using NUnit.Framework;

namespace ChatbotSante.Tests.Training;

/// <summary>The grammar that the tagger is trained from, and how its messages are written.</summary>
public sealed class GrammarTests
{
    private static readonly TemplateGrammar Grammar = TemplateGrammar.Read(
        Checkout.PathOf("Dialogs/Training/grammar")
    );

    [Test]
    public void What_is_clean_holds_no_span() =>
        Assert.That(
            Grammar
                .Templates.Where(template => template.IsClean && HasLabel(template.Node))
                .Select(template => template.Source),
            Is.Empty
        );

    [Test]
    public void One_template_in_ten_is_held_out()
    {
        var share = Grammar.Templates.Average(template => template.IsHeldOut ? 1.0 : 0.0);

        Assert.That(share, Is.EqualTo(0.1).Within(0.03));
    }

    [TestCase("je {", "character")]
    [TestCase("[NAME Jeanne", "character")]
    [TestCase("[PRENOM Jeanne]", "PRENOM")]
    [TestCase("(oui|non", "character")]
    public void A_line_that_cannot_be_read_is_refused(string line, string reason) =>
        Assert.That(
            () => TemplateParser.Parse(line),
            Throws.InstanceOf<FormatException>().With.Message.Contains(reason)
        );

    [TestCase("le", "Feminine", "hanche", "la ")]
    [TestCase("le", "Feminine", "épaule", "l'")]
    [TestCase("du", "Feminine", "fièvre", "de la ")]
    [TestCase("de", "FemininePlural", "allergies", "d'")]
    [TestCase("mon", "Feminine", "infection", "mon ")]
    [TestCase("au", "MasculinePlural", "yeux", "aux ")]
    public void An_article_agrees(string article, string gender, string word, string expected) =>
        Assert.That(
            FrenchArticles.Before(article, Enum.Parse<Gender>(gender), word),
            Is.EqualTo(expected)
        );

    [Test]
    public void A_span_follows_its_words_into_every_style()
    {
        foreach (var style in Enum.GetValues<MessageStyle>())
            for (var seed = 0UL; seed < 200; seed++)
            {
                var text = new LabelledText();
                text.Append("Bonjour, je m'appelle ");
                text.TryOpen(DataCategory.Name);
                text.Append("Zoé Œuvray");
                text.Close();
                text.Append(", j'ai eu 38,5 hier.");

                var (written, spans) = StyleRenderer.Render(text, style, new SeededRandom(seed));

                Assert.That(spans, Has.Count.EqualTo(1));
                var name = FoldedText.FoldWord(written.Substring(spans[0].Start, spans[0].Length));
                Assert.That(name, Does.StartWith("z").And.Not.Contain("hier"), written);
            }
    }

    [TestCase("0", "zéro")]
    [TestCase("06", "zéro six")]
    [TestCase("71", "soixante et onze")]
    [TestCase("80", "quatre-vingts")]
    [TestCase("95", "quatre-vingt-quinze")]
    [TestCase("1948", "mille neuf cent quarante-huit")]
    [TestCase("75011", "soixante-quinze zéro un un")]
    public void Numbers_are_said(string digits, string said) =>
        Assert.That(ChatbotSante.Training.Rendering.SpokenNumbers.Say(digits), Is.EqualTo(said));

    private static bool HasLabel(TemplateNode node) =>
        node switch
        {
            LabelNode => true,
            SequenceNode sequence => sequence.Parts.Any(HasLabel),
            ChoiceNode choice => choice.Options.Any(HasLabel),
            RuleNode { IsOfNobody: false } rule
                when Grammar.Rules.TryGetValue(rule.Rule, out var said) => said.Any(one =>
                one.Category is not null || HasLabel(one.Node)
            ),
            _ => false,
        };
}
