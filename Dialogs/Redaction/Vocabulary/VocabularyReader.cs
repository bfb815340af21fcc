using System.Globalization;
using System.Reflection;

namespace ChatbotSante.Redaction;

/// <summary>
/// Reads the lists of words. A line is <c>what: word, word, several words, stem*</c>; <c>~word</c> is weak, <c>!word</c> of degree S3;
/// a line that starts with <c>#</c> says something to the reader of the list.
/// </summary>
internal sealed class VocabularyReader
{
    private const int ShortestInflected = 4;

    private readonly Dictionary<string, WordInfo> _words = new(StringComparer.Ordinal);
    private readonly List<(string Stem, WordInfo Info)> _stems = [];
    private readonly Dictionary<string, List<Phrase>> _phrases = new(StringComparer.Ordinal);

    public FrenchVocabulary Read()
    {
        foreach (var list in (string[])["words.txt", "numbers.txt", "health.txt", "idioms.txt"])
        {
            foreach (var line in LinesOf(list))
            {
                ReadLine(line, list);
            }
        }

        var phrases = new List<Phrase[]>();
        foreach (var (first, starting) in _phrases)
        {
            phrases.Add([.. starting.OrderByDescending(phrase => phrase.Words.Length)]);
            var info = _words.GetValueOrDefault(first);
            _words[first] = info with { PhrasesPlusOne = (ushort)phrases.Count };
        }

        return FrenchVocabulary.Create(_words, _stems, [.. phrases]);
    }

    private static IEnumerable<string> LinesOf(string list)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var stream =
            assembly.GetManifestResourceStream($"ChatbotSante.Redaction.Lists.{list}")
            ?? throw new InvalidOperationException(
                $"The list {list} is missing from the assembly."
            );
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    private void ReadLine(string line, string list)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            throw new InvalidOperationException(
                $"{list}: a line has no « what: » before its words."
            );
        }

        var what = line[..colon].Trim();
        foreach (
            var entry in line[(colon + 1)..]
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            Add(what, entry);
        }
    }

    private void Add(string what, string entry)
    {
        var isWeak = entry.Contains('~', StringComparison.Ordinal);
        var isSensitive = entry.Contains('!', StringComparison.Ordinal);
        var text = FoldedText.FoldWord(entry.Trim('~', '!', ' '));
        foreach (var spelling in Spellings(text))
        {
            AddSpelling(what, spelling, isWeak, isSensitive);
        }
    }

    private void AddSpelling(string what, string text, bool isWeak, bool isSensitive)
    {
        if (what == "idiom")
        {
            AddPhrase(new Phrase(WordsOf(text), Category: null, IsWeak: false, IsSensitive: false));
            return;
        }

        if (what == "number")
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            var value = short.Parse(
                text[(equals + 1)..],
                NumberStyles.None,
                CultureInfo.InvariantCulture
            );
            Merge(
                text[..equals],
                new WordInfo { NumberPlusOne = (short)(value + 1), Flags = WordFlags.NumberWord }
            );
            return;
        }

        if (what.StartsWith("label ", StringComparison.Ordinal))
        {
            var announced = Enum.Parse<DataCategory>(what["label ".Length..]);
            Merge(text, new WordInfo { LabelPlusOne = (byte)((int)announced + 1) });
            return;
        }

        if (what.StartsWith("flag ", StringComparison.Ordinal))
        {
            Merge(text, new WordInfo { Flags = Enum.Parse<WordFlags>(what["flag ".Length..]) });
            return;
        }

        AddHealth(Enum.Parse<DataCategory>(what), text, isWeak, isSensitive);
    }

    private void AddHealth(DataCategory category, string text, bool isWeak, bool isSensitive)
    {
        if (WordsOf(text) is { Length: > 1 } words)
        {
            AddPhrase(new Phrase(words, category, isWeak, isSensitive));
            return;
        }

        var info = new WordInfo
        {
            HealthPlusOne = (byte)((int)category + 1),
            IsWeak = isWeak,
            Flags = isSensitive ? WordFlags.Sensitive : WordFlags.None,
        };
        if (text.EndsWith('*'))
        {
            _stems.Add((text[..^1], info));
            return;
        }

        Merge(text, info);
        if (text.Length >= ShortestInflected)
        {
            foreach (var ending in (string[])["s", "e", "es", "x"])
            {
                if (!_words.ContainsKey(text + ending))
                {
                    Merge(text + ending, info);
                }
            }
        }
    }

    private void AddPhrase(Phrase phrase)
    {
        var first = phrase.Words[0];
        if (!_phrases.TryGetValue(first, out var starting))
        {
            _phrases[first] = starting = [];
        }

        starting.Add(phrase);
    }

    private void Merge(string word, WordInfo more)
    {
        var known = _words.GetValueOrDefault(word);
        _words[word] = known with
        {
            Flags = known.Flags | more.Flags,
            NumberPlusOne = Math.Max(known.NumberPlusOne, more.NumberPlusOne),
            LabelPlusOne = Math.Max(known.LabelPlusOne, more.LabelPlusOne),
            HealthPlusOne = Math.Max(known.HealthPlusOne, more.HealthPlusOne),
            IsWeak = known.HealthPlusOne == 0 ? more.IsWeak : known.IsWeak,
        };
    }

    /// <summary>As folded, and with the ligature of « œdème » written as one letter, as it folds.</summary>
    private static IEnumerable<string> Spellings(string text)
    {
        yield return text;
        if (text.Contains("oe", StringComparison.Ordinal))
        {
            yield return text.Replace("oe", "e", StringComparison.Ordinal);
        }
    }

    private static string[] WordsOf(string text) =>
        text.Split([' ', '-', '\''], StringSplitOptions.RemoveEmptyEntries);
}
