using ChatbotSante.Redaction;
using ChatbotSante.Training.Templates;

namespace ChatbotSante.Training.Tagging;

/// <summary>Puts the public lexicons and the grammar's own words into the table that ships.</summary>
internal static class WordTableBuilder
{
    /// <summary>Words of the grammar's rules that are lexicons rather than sentences.</summary>
    private static readonly (string Rule, WordClasses Classes)[] RuleClasses =
    [
        ("lastcommon", WordClasses.CommonSurname | WordClasses.Surname),
        ("city", WordClasses.City | WordClasses.Commune),
        ("streettype", WordClasses.Street),
        ("commondrug", WordClasses.Brand),
        ("commonsubstance", WordClasses.Substance),
        ("ordinary", WordClasses.Ordinary),
        ("cuespeaker", WordClasses.Speaker),
        ("cueclinic", WordClasses.Clinic),
        ("cuegeneral", WordClasses.General),
    ];

    private const int ShortestHealthWord = 4;
    private const double FullestLoad = 0.75;

    /// <summary>Room for words that only training text holds.</summary>
    private const int SpareWords = 30_000;

    public static WordTable Build(
        PublicLexicons lexicons,
        TemplateGrammar grammar,
        bool holdsOut,
        HiddenWords hidden
    )
    {
        var words = new Dictionary<uint, WordClasses>();
        Add(words, lexicons.RecentFirstNames, WordClasses.CommonFirstName | WordClasses.FirstName);
        Add(words, lexicons.FirstNames, WordClasses.FirstName);
        Add(words, lexicons.Surnames, WordClasses.Surname);
        foreach (var commune in lexicons.Communes)
        {
            var tokens = Tokens(commune).ToArray();
            foreach (var token in tokens)
            {
                AddWord(
                    words,
                    token,
                    tokens.Length == 1 ? WordClasses.Commune : WordClasses.PartOfCommune
                );
            }
        }

        // Of a drug, the first word: what follows is a form or an ordinary word.
        Add(words, lexicons.Brands.Select(FirstWord), WordClasses.Brand);
        Add(words, lexicons.Substances.Select(FirstWord), WordClasses.Substance);
        foreach (var (rule, classes) in RuleClasses)
        {
            Add(
                words,
                grammar
                    .Rules[rule]
                    .SelectMany(one => Literals(one.Node, false))
                    .Select(literal => literal.Text),
                classes
            );
        }

        Add(words, FrenchVerbs.Forms(grammar), WordClasses.Ordinary);
        AddGrammar(words, grammar, holdsOut, hidden);
        return Fill(words);
    }

    /// <summary>The same table with the words that training saw marked.</summary>
    public static WordTable WithKnown(WordTable table, IEnumerable<uint> known)
    {
        var marked = new WordTable(table.Slots.ToArray());
        foreach (var word in known)
        {
            marked.Add(word, WordClasses.Known);
        }

        return marked;
    }

    private static WordTable Fill(Dictionary<uint, WordClasses> words)
    {
        var slots = 1;
        while (slots * FullestLoad < words.Count + SpareWords)
        {
            slots *= 2;
        }

        var table = new WordTable(new uint[slots]);
        foreach (var (word, classes) in words)
        {
            table.Add(word, classes);
        }

        return table;
    }

    /// <summary>What templates say outside spans is ordinary; what health spans say, and nothing else does, is health.</summary>
    private static void AddGrammar(
        Dictionary<uint, WordClasses> words,
        TemplateGrammar grammar,
        bool holdsOut,
        HiddenWords hidden
    )
    {
        var literals = grammar
            .Templates.Where(template => !holdsOut || !template.IsHeldOut)
            .SelectMany(template => Literals(template.Node, false))
            .Concat(
                grammar
                    .Rules.Where(rule => !RuleClasses.Any(known => known.Rule == rule.Key))
                    .SelectMany(rule => rule.Value)
                    .Where(one => hidden != HiddenWords.Hidden || !one.IsHideable)
                    .SelectMany(one => Literals(one.Node, one.Category is not null))
            )
            .ToList();
        var ordinary = literals
            .Where(literal => !literal.InSpan)
            .SelectMany(literal => Tokens(literal.Text))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var word in ordinary)
        {
            AddWord(words, word, WordClasses.Ordinary);
        }

        foreach (
            var word in literals
                .Where(literal => literal.InSpan)
                .SelectMany(literal => Tokens(literal.Text))
        )
        {
            if (word.Length >= ShortestHealthWord && !ordinary.Contains(word))
            {
                AddWord(words, word, WordClasses.Health);
            }
        }
    }

    private static IEnumerable<(string Text, bool InSpan)> Literals(
        TemplateNode node,
        bool inSpan
    ) =>
        node switch
        {
            LiteralNode literal => [(literal.Text, inSpan)],
            SequenceNode sequence => sequence.Parts.SelectMany(part => Literals(part, inSpan)),
            ChoiceNode choice => choice.Options.SelectMany(option => Literals(option, inSpan)),
            LabelNode label => Literals(label.Inner, true),
            _ => [],
        };

    private static void Add(
        Dictionary<uint, WordClasses> words,
        IEnumerable<string> entries,
        WordClasses classes
    )
    {
        foreach (var token in entries.SelectMany(Words))
        {
            AddWord(words, token, classes);
        }
    }

    private static void AddWord(
        Dictionary<uint, WordClasses> words,
        string token,
        WordClasses classes
    )
    {
        var hash = WordHash.Of(token);
        words[hash] = words.GetValueOrDefault(hash) | classes;
    }

    private static string FirstWord(string name) => name.Split(' ', '-', '/')[0];

    /// <summary>Words of two letters or more: what is shorter is no lexicon's.</summary>
    private static IEnumerable<string> Tokens(string text) =>
        Words(text).Where(word => word.Length > 1);

    private static string[] Words(string text) =>
        string.Concat(FoldedText.FoldWord(text).Select(c => char.IsLetter(c) ? c : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
