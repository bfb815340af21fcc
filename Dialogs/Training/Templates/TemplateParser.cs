using System.Globalization;
using System.Text;
using ChatbotSante.Redaction;

namespace ChatbotSante.Training.Templates;

/// <summary>Reads one line of the grammar: « ({greeting}, |)[NAME {first}] a {un symptom} depuis {#2-9} jours ».</summary>
internal sealed class TemplateParser
{
    private readonly string _source;
    private int _at;

    private TemplateParser(string source) => _source = source;

    /// <exception cref="TrainingException">The line cannot be read.</exception>
    public static TemplateNode Parse(string source)
    {
        var parser = new TemplateParser(source);
        var node = parser.Sequence();
        return parser._at == source.Length ? node : throw parser.Unreadable();
    }

    public static DataCategory Category(string name) =>
        Enum.TryParse<DataCategory>(name, ignoreCase: true, out var category)
            ? category
            : throw new TrainingException($"There is no category {name}.");

    private TemplateNode Sequence()
    {
        var parts = new List<TemplateNode>();
        var literal = new StringBuilder();
        while (_at < _source.Length && _source[_at] is not (')' or '|' or ']'))
        {
            var c = _source[_at++];
            if (c == '\\' && _at < _source.Length && _source[_at] == 'n')
            {
                literal.Append('\n');
                _at++;
                continue;
            }

            if (c is not ('{' or '(' or '['))
            {
                literal.Append(c);
                continue;
            }

            Flush(literal, parts);
            parts.Add(
                c switch
                {
                    '{' => Reference(Until('}')),
                    '(' => Choice(),
                    _ => Label(),
                }
            );
        }

        Flush(literal, parts);
        return parts.Count == 1 ? parts[0] : new SequenceNode(parts);
    }

    private static void Flush(StringBuilder literal, List<TemplateNode> parts)
    {
        if (literal.Length > 0)
        {
            parts.Add(new LiteralNode(literal.ToString()));
            literal.Clear();
        }
    }

    private ChoiceNode Choice()
    {
        var options = new List<TemplateNode>();
        do
        {
            options.Add(Sequence());
            if (_at == _source.Length)
            {
                throw Unreadable();
            }
        } while (_source[_at++] == '|');

        return _source[_at - 1] == ')' ? new ChoiceNode(options) : throw Unreadable();
    }

    private LabelNode Label()
    {
        var category = Category(Until(' '));
        var inner = Sequence();
        return _at < _source.Length && _source[_at++] == ']'
            ? new LabelNode(category, inner)
            : throw Unreadable();
    }

    private static TemplateNode Reference(string inside)
    {
        if (inside.StartsWith('#'))
        {
            var dash = inside.IndexOf('-', StringComparison.Ordinal);
            var least = inside[1..dash].Replace('.', ',');
            var most = inside[(dash + 1)..].Replace('.', ',');
            var comma = least.IndexOf(',', StringComparison.Ordinal);
            return new NumberNode(
                Digits(least),
                Digits(most),
                comma < 0 ? 0 : least.Length - comma - 1
            );
        }

        var space = inside.LastIndexOf(' ');
        var name = inside[(space + 1)..];
        return new RuleNode(
            space < 0 ? string.Empty : inside[..space],
            name.TrimStart('~'),
            name.StartsWith('~')
        );
    }

    private static int Digits(string number) =>
        int.Parse(
            number.Replace(",", string.Empty, StringComparison.Ordinal),
            CultureInfo.InvariantCulture
        );

    private string Until(char end)
    {
        var found = _source.IndexOf(end, _at);
        if (found < 0)
        {
            throw Unreadable();
        }

        var inside = _source[_at..found];
        _at = found + 1;
        return inside;
    }

    private TrainingException Unreadable() =>
        new($"Cannot read this line of the grammar at character {_at + 1}: {_source}");
}
