using ChatbotSante.Redaction;

namespace ChatbotSante.Training.Templates;

/// <summary>The rules and templates of folders of <c>*.grammar</c> files.</summary>
internal sealed class TemplateGrammar
{
    private readonly Dictionary<string, List<Alternative>> _rules = new(StringComparer.Ordinal);
    private readonly List<Template> _templates = [];

    /// <summary>Every template; one that counts for more is there several times.</summary>
    public IReadOnlyList<Template> Templates => _templates;

    public IReadOnlyDictionary<string, List<Alternative>> Rules => _rules;

    /// <exception cref="TrainingException">A file cannot be read; the message names the file and the line.</exception>
    public static TemplateGrammar Read(params IEnumerable<string> folders)
    {
        var grammar = new TemplateGrammar();
        foreach (
            var file in folders.SelectMany(folder =>
                Directory.EnumerateFiles(folder, "*.grammar").Order(StringComparer.Ordinal)
            )
        )
        {
            grammar.ReadFile(file);
        }

        return grammar;
    }

    private void ReadFile(string file)
    {
        var number = 0;
        Action<string>? section = null;
        foreach (var raw in File.ReadLines(file))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line.StartsWith('#'))
            {
                continue;
            }

            try
            {
                section = line[0] switch
                {
                    '@' => RuleSection(line),
                    '=' => ThemeSection(line),
                    _ => Continue(section, line),
                };
            }
            catch (TrainingException unreadable)
            {
                throw new TrainingException(
                    $"{Path.GetFileName(file)}, line {number}, cannot be read.",
                    unreadable
                );
            }
        }
    }

    private static Action<string> Continue(Action<string>? section, string line)
    {
        if (section is null)
        {
            throw new TrainingException("A line before any rule (@) or theme (=).");
        }

        section(line);
        return section;
    }

    /// <summary>« @symptom:f SYMPTOM »: what follows are its alternatives, several a line between semicolons.</summary>
    private Action<string> RuleSection(string header)
    {
        var words = header[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = words[0].Split(':');
        var gender =
            name.Length < 2
                ? Gender.None
                : name[1] switch
                {
                    "m" => Gender.Masculine,
                    "f" => Gender.Feminine,
                    "mp" => Gender.MasculinePlural,
                    "fp" => Gender.FemininePlural,
                    _ => throw new TrainingException($"There is no gender {name[1]}."),
                };
        DataCategory? category = words.Length > 1 ? TemplateParser.Category(words[1]) : null;
        if (!_rules.TryGetValue(name[0], out var alternatives))
        {
            _rules[name[0]] = alternatives = [];
        }

        return line =>
        {
            foreach (
                var part in line.Split(
                    ';',
                    StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                )
            )
            {
                var (times, text) = Weighted(part);
                var alternative = new Alternative(
                    text,
                    TemplateParser.Parse(text),
                    gender,
                    category
                );
                alternatives.AddRange(Enumerable.Repeat(alternative, times));
            }
        };
    }

    /// <summary>« = booking clean expects=Name+Phone,Symptom x2 ».</summary>
    private Action<string> ThemeSection(string header)
    {
        var words = header[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var clean = words.Contains("clean", StringComparer.Ordinal);
        var expected = words
            .Where(word => word.StartsWith("expects=", StringComparison.Ordinal))
            .SelectMany(word => word["expects=".Length..].Split(','))
            .Select(set => CategorySet.Of([.. set.Split('+').Select(TemplateParser.Category)]))
            .ToArray();
        var weight = words
            .Where(word => word.Length > 1 && word[0] == 'x' && char.IsAsciiDigit(word[1]))
            .Select(word => word[1] - '0')
            .DefaultIfEmpty(1)
            .First();
        return line =>
        {
            var (times, text) = Weighted(line);
            var template = new Template(
                words[0],
                clean,
                expected,
                text,
                TemplateParser.Parse(text)
            );
            _templates.AddRange(Enumerable.Repeat(template, times * weight));
        };
    }

    /// <summary>« 3* text » counts three times.</summary>
    private static (int Times, string Text) Weighted(string line) =>
        line.Length > 3 && char.IsAsciiDigit(line[0]) && line[1] == '*'
            ? (line[0] - '0', line[2..].TrimStart())
            : (1, line);

    /// <exception cref="TrainingException">A template refers to a rule that is neither here nor built in.</exception>
    public void CheckReferences(IReadOnlySet<string> builtIn)
    {
        var nodes = _rules
            .Values.SelectMany(alternatives => alternatives)
            .Select(alternative => alternative.Node)
            .Concat(_templates.Select(template => template.Node));
        foreach (var reference in nodes.SelectMany(References))
        {
            if (!_rules.ContainsKey(reference.Rule) && !builtIn.Contains(reference.Rule))
            {
                throw new TrainingException($"There is no rule {{{reference.Rule}}}.");
            }

            if (!FrenchArticles.Exists(reference.Article))
            {
                throw new TrainingException($"There is no article « {reference.Article} ».");
            }
        }
    }

    private static IEnumerable<RuleNode> References(TemplateNode node) =>
        node switch
        {
            RuleNode rule => [rule],
            SequenceNode sequence => sequence.Parts.SelectMany(References),
            ChoiceNode choice => choice.Options.SelectMany(References),
            LabelNode label => References(label.Inner),
            _ => [],
        };
}
