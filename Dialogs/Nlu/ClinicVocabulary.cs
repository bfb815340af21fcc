using System.Collections.Immutable;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu;

/// <summary>The words of one clinic: its specialties and its practitioners, as patients write them.</summary>
public sealed class ClinicVocabulary
{
    private const int FuzzyFrom = 6;
    private readonly Dictionary<string, string> _specialties = new(StringComparer.Ordinal);
    private readonly List<(string[] Words, string Specialty)> _phrases = [];
    private readonly Dictionary<string, string> _practitioners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _specialtyOf;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _practitionerOf;
    private readonly string[] _long;
    private readonly (string[] Words, VisitReason Reason)[] _reasons;
    private readonly List<(string Specialty, IReadOnlyList<string> Names)> _elsewhere = [];

    /// <param name="clinic">The clinic.</param>
    /// <param name="elsewhere">Labels and words of specialties that exist; those the clinic lacks are heard under their label.</param>
    public ClinicVocabulary(
        Clinic clinic,
        IReadOnlyDictionary<string, IReadOnlyList<string>> elsewhere
    )
    {
        ArgumentNullException.ThrowIfNull(clinic);
        ArgumentNullException.ThrowIfNull(elsewhere);
        foreach (var specialty in clinic.Specialties)
        {
            foreach (var phrase in specialty.Words.Append(specialty.Id).Append(specialty.Label))
            {
                AddPhrase(phrase, specialty.Id);
            }
        }

        AddElsewhere(elsewhere);
        foreach (var practitioner in clinic.Practitioners.Where(p => p.Name is not null))
        {
            _practitioners[FoldedText.FoldWord(practitioner.Name!)] = practitioner.Id;
        }

        _specialtyOf = _specialties.GetAlternateLookup<ReadOnlySpan<char>>();
        _practitionerOf = _practitioners.GetAlternateLookup<ReadOnlySpan<char>>();
        _reasons =
        [
            .. clinic.VisitReasons.SelectMany(reason =>
                reason
                    .Words.Append(reason.Label)
                    .Select(phrase => (WordsOf(phrase), reason))
                    .Where(pair => pair.Item1.Length > 0)
            ),
        ];
        _long = [.. _specialties.Keys.Where(word => word.Length >= FuzzyFrom)];
    }

    /// <summary>The names of each specialty that exists, and what they mean: one of the clinic that has a word of it, or, by its label, one it lacks.</summary>
    internal IReadOnlyList<(string Specialty, IReadOnlyList<string> Names)> Elsewhere => _elsewhere;

    /// <summary>The last specialty said, or null. One letter wrong in six is forgiven, two in nine.</summary>
    public string? SpecialtyIn(FoldedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var (words, specialty) in _phrases)
        {
            for (var i = 0; i < text.Tokens.Length; i++)
            {
                if (text.Matches(i, words))
                {
                    return specialty;
                }
            }
        }

        string? found = null;
        foreach (var token in text.Tokens)
        {
            if (!token.IsNumber && token.Length >= 3)
            {
                found = SpecialtyOf(text.Of(token)) ?? found;
            }
        }

        return found;
    }

    /// <summary>The last practitioner named, or null: a surname after a title, or one that stands where no other name can.</summary>
    public string? PractitionerIn(FoldedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string? found = null;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            var titled = text.At(i - 1) is "dr" or "docteur" or "doc" or "professeur" or "pr";
            if (titled && _practitionerOf.TryGetValue(text.At(i), out var practitioner))
            {
                found = practitioner;
            }
        }

        return found;
    }

    /// <summary>The visit reasons said, the last one of each specialty: the same words may mean one here and another there.</summary>
    public ImmutableArray<string> ReasonsIn(FoldedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (_reasons.Length == 0)
        {
            return [];
        }

        var last = new Dictionary<string, (int At, int Length, string Id)>(StringComparer.Ordinal);
        foreach (var (words, reason) in _reasons)
        {
            for (var i = 0; i < text.Tokens.Length; i++)
            {
                // Of two at the same place, the longer phrase: « contrôle annuel » over « contrôle ».
                if (
                    MatchesNearly(text, i, words)
                    && (
                        !last.TryGetValue(reason.Specialty, out var other)
                        || (i, words.Length).CompareTo((other.At, other.Length)) > 0
                    )
                )
                {
                    last[reason.Specialty] = (i, words.Length, reason.Id);
                }
            }
        }

        return last.Count == 0
            ? []
            : [.. last.Values.Select(said => said.Id).Order(StringComparer.Ordinal)];
    }

    private static bool MatchesNearly(FoldedText text, int i, string[] words)
    {
        if (words is not [{ Length: >= FuzzyFrom } only])
        {
            return text.Matches(i, words);
        }

        var word = text.At(i);
        var allowed = only.Length >= 9 ? 2 : 1;
        return word.SequenceEqual(only)
            || (
                word.Length >= FuzzyFrom
                && word[0] == only[0]
                && Math.Abs(only.Length - word.Length) <= allowed
                && EditDistance.Within(word, only, allowed)
            );
    }

    private string? SpecialtyOf(ReadOnlySpan<char> word)
    {
        if (_specialtyOf.TryGetValue(word, out var exact))
        {
            return exact;
        }

        if (word.Length < FuzzyFrom)
        {
            return null;
        }

        var allowed = word.Length >= 9 ? 2 : 1;
        foreach (var known in _long)
        {
            if (
                known[0] == word[0]
                && Math.Abs(known.Length - word.Length) <= allowed
                && EditDistance.Within(word, known, allowed)
            )
            {
                return _specialties[known];
            }
        }

        return null;
    }

    /// <summary>The clinic's own words come first: a specialty of which it has one is the clinic's.</summary>
    private void AddElsewhere(IReadOnlyDictionary<string, IReadOnlyList<string>> elsewhere)
    {
        var own = _specialties
            .Concat(
                _phrases.Select(phrase =>
                    KeyValuePair.Create(string.Join(' ', phrase.Words), phrase.Specialty)
                )
            )
            .DistinctBy(pair => pair.Key, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        foreach (var (label, words) in elsewhere)
        {
            var phrases = words.Append(label).Select(word => string.Join(' ', WordsOf(word)));
            var meant = phrases
                .Select(own.GetValueOrDefault)
                .OfType<string>()
                .FirstOrDefault(label);
            _elsewhere.Add((meant, [label, .. words]));
            if (meant == label)
            {
                foreach (var word in words)
                {
                    AddPhrase(word, label);
                }
            }
        }
    }

    private void AddPhrase(string phrase, string specialty)
    {
        var words = WordsOf(phrase);
        if (words.Length == 1)
        {
            _specialties[words[0]] = specialty;

            // The ligature folds to one letter: « cœur » is « ceur ».
            _specialties[words[0].Replace("oe", "e", StringComparison.Ordinal)] = specialty;
        }
        else if (words.Length > 1)
        {
            _phrases.Add((words, specialty));
        }
    }

    private static string[] WordsOf(string phrase) =>
        FoldedText
            .FoldWord(phrase)
            .Split([' ', '\'', '-', '_'], StringSplitOptions.RemoveEmptyEntries);
}
