using ChatbotSante.Training.Rendering;
using ChatbotSante.Training.Templates;

namespace ChatbotSante.Training.Intents;

/// <summary>Says a phrase as somebody might: one of its variants, its blanks filled, civilities around it, in one of the styles.</summary>
internal sealed class PhraseSampler(PhraseBook book)
{
    private const int DeepestBlank = 4;
    private const double CivilityRate = 0.35;

    /// <summary>What is only what it is when nothing else is in the message.</summary>
    private static readonly string[] Bare =
    [
        "greet",
        "goodbye",
        "thanks",
        "help",
        "yes",
        "no",
        "unknown",
        "repeat",
        "back",
        "cancel",
    ];

    private static readonly MessageStyle[] Styles =
    [
        MessageStyle.Cased,
        MessageStyle.Lower,
        MessageStyle.NoAccents,
        MessageStyle.NoPunctuation,
        MessageStyle.Sms,
        MessageStyle.Sms,
        MessageStyle.Speech,
        MessageStyle.Speech,
        MessageStyle.Speech,
    ];

    private static readonly string[] Before =
    [
        "bonjour, ",
        "bonjour ",
        "bonsoir, ",
        "bonjour madame, ",
        "bonjour monsieur ",
        "bonjour docteur, ",
        "bjr ",
        "slt ",
        "salut, ",
        "allô bonjour ",
        "oui bonjour ",
        "oui allô ",
        "euh ",
        "euh oui bonjour ",
        "alors ",
        "alors voilà ",
        "voilà ",
        "bon alors ",
        "excusez-moi, ",
        "excusez-moi de vous déranger mais ",
        "pardon, ",
        "dites, ",
        "dites-moi, ",
        "s'il vous plaît, ",
        "svp ",
        "écoutez ",
        "au fait, ",
        "en fait ",
        "juste une question : ",
        "j'ai une question, ",
        "bonjour j'ai une question ",
        "je voulais savoir, ",
        "je me permets de vous écrire : ",
    ];

    private static readonly string[] After =
    [
        ", merci",
        " merci",
        " merci d'avance",
        " merci beaucoup",
        " s'il vous plaît",
        " s'il vous plaît madame",
        " svp",
        " svp merci",
        " stp",
        ", cordialement",
        " si possible",
        " merci bonne journée",
        " hein",
        " voilà",
        " c'est possible ?",
        " ?",
        ".",
        " !",
    ];

    public string Say(Phrase phrase, SeededRandom random)
    {
        var text = new LabelledText();
        var isBare = Bare.Contains(book.Labels[phrase.Label], StringComparer.Ordinal);
        var politeness = isBare ? 0.06 : CivilityRate;
        if (random.Chance(politeness))
        {
            text.Append(
                isBare
                    ? random.Pick<string>(["euh ", "ben ", "alors ", "bon "])
                    : random.Pick(Before)
            );
        }

        Render(phrase.Node, text, random, 0);
        if (random.Chance(politeness))
        {
            text.Append(
                isBare ? random.Pick<string>([".", " !", " hein", " voilà"]) : random.Pick(After)
            );
        }

        return StyleRenderer.Render(text, random.Pick(Styles), random).Text;
    }

    /// <summary>In how many ways a line can be said, whatever surrounds it.</summary>
    public double Variants(TemplateNode node) =>
        node switch
        {
            SequenceNode sequence => sequence.Parts.Aggregate(
                1.0,
                (ways, part) => ways * Variants(part)
            ),
            ChoiceNode choice => choice.Options.Sum(Variants),
            RuleNode blank when book.Slots.TryGetValue(blank.Rule, out var said) => said.Count,
            _ => 1,
        };

    private void Render(TemplateNode node, LabelledText text, SeededRandom random, int depth)
    {
        switch (node)
        {
            case LiteralNode literal:
                text.Append(literal.Text);
                break;
            case SequenceNode sequence:
                foreach (var part in sequence.Parts)
                {
                    Render(part, text, random, depth);
                }

                break;
            case ChoiceNode choice:
                Render(random.Pick(choice.Options), text, random, depth);
                break;
            case RuleNode blank
                when depth < DeepestBlank && book.Slots.TryGetValue(blank.Rule, out var said):
                Render(random.Pick(said), text, random, depth + 1);
                break;
            case RuleNode blank:
                throw new TrainingException($"Nothing says what {{{blank.Rule}}} stands for.");
            default:
                throw new TrainingException("Phrases hold words, choices and blanks only.");
        }
    }
}
