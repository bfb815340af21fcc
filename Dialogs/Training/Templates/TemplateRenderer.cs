using System.Globalization;

namespace ChatbotSante.Training.Templates;

/// <summary>Says a template: picks among its alternatives and fills its blanks.</summary>
internal sealed class TemplateRenderer(
    TemplateGrammar grammar,
    FillerSource fillers,
    HiddenWords hidden
)
{
    private const int DeepestRule = 24;

    private readonly Dictionary<string, List<Alternative>> _rules = grammar.Rules.ToDictionary(
        rule => rule.Key,
        rule => Said(rule.Value, hidden),
        StringComparer.Ordinal
    );

    public LabelledText Render(Template template, SeededRandom random)
    {
        var text = new LabelledText();
        Render(template.Node, text, random, 0);
        return text;
    }

    private static List<Alternative> Said(List<Alternative> alternatives, HiddenWords hidden)
    {
        if (hidden == HiddenWords.Shown)
        {
            return alternatives;
        }

        var said = alternatives.FindAll(one => one.IsHideable == (hidden == HiddenWords.Alone));
        return said.Count > 0 ? said : alternatives;
    }

    private void Render(TemplateNode node, LabelledText text, SeededRandom random, int depth)
    {
        if (depth > DeepestRule)
        {
            throw new FormatException("A rule of the grammar calls itself.");
        }

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
            case LabelNode label:
                var opened = text.TryOpen(label.Category);
                Render(label.Inner, text, random, depth);
                if (opened)
                {
                    text.Close();
                }

                break;
            case NumberNode number:
                text.Append(Number(number, random));
                break;
            case RuleNode rule:
                Rule(rule, text, random, depth);
                break;
            default:
                throw new FormatException("A node of no kind.");
        }
    }

    private void Rule(RuleNode rule, LabelledText text, SeededRandom random, int depth)
    {
        var start = text.Length;
        var gender = Gender.None;
        if (rule.IsOfNobody)
        {
            text.Mute(true);
        }

        if (_rules.TryGetValue(rule.Rule, out var alternatives))
        {
            var alternative = random.Pick(alternatives);
            gender = alternative.Gender;
            var opened = alternative.Category is { } category && text.TryOpen(category);
            Render(alternative.Node, text, random, depth + 1);
            if (opened)
            {
                text.Close();
            }
        }
        else
        {
            text.Append(fillers.Next(rule.Rule, random));
        }

        if (rule.IsOfNobody)
        {
            text.Mute(false);
        }

        if (rule.Article.Length > 0 && start < text.Length)
        {
            var word = text.ToString()[start..];
            text.Insert(start, FrenchArticles.Before(rule.Article, gender, word));
        }
    }

    private static string Number(NumberNode number, SeededRandom random)
    {
        var value = random.Between(number.Least, number.Most);
        if (number.Decimals == 0)
        {
            return value.ToString(CultureInfo.InvariantCulture);
        }

        var digits = value.ToString(CultureInfo.InvariantCulture).PadLeft(number.Decimals + 1, '0');
        return $"{digits[..^number.Decimals]},{digits[^number.Decimals..]}";
    }
}
