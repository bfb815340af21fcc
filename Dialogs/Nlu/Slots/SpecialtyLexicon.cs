using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Slots;

/// <summary>The departments that a patient may ask for, as they are named, paraphrased, misspelt, or meant by an act.</summary>
public sealed class SpecialtyLexicon
{
    /// <summary>Shortest word that may be recognised by its sound.</summary>
    private const int SoundFrom = 6;

    private readonly PhraseIndex<string> _phrases;
    private readonly Spelling _spelling;
    private readonly (string Sound, string Specialty)[] _sounds;

    /// <param name="departments">Each department, and its wordings in the notation of <see cref="PhrasePattern"/>.</param>
    /// <param name="spelling">How people spell.</param>
    /// <exception cref="FormatException">A wording is not in the notation.</exception>
    public SpecialtyLexicon(
        IReadOnlyDictionary<string, IReadOnlyList<string>> departments,
        SpellingRules spelling
    )
    {
        ArgumentNullException.ThrowIfNull(departments);
        ArgumentNullException.ThrowIfNull(spelling);
        var phrases = departments
            .SelectMany(department =>
                department.Value.Select(phrase =>
                    (Pattern: new PhrasePattern(phrase), Specialty: department.Key)
                )
            )
            .ToArray();
        _phrases = new PhraseIndex<string>(phrases);
        _spelling = new Spelling([.. phrases.Select(phrase => phrase.Pattern)], spelling);
        _sounds =
        [
            .. departments
                .SelectMany(department =>
                    department
                        .Value.Where(phrase => !phrase.Contains(' ', StringComparison.Ordinal))
                        .SelectMany(phrase => phrase.Split('|'))
                        .Select(word => word.TrimEnd('*'))
                        .Where(word => word.Length >= SoundFrom)
                        .Select(word => (FrenchSound.Of(FoldedText.FoldWord(word)), department.Key))
                )
                .Distinct(),
        ];
    }

    /// <summary>The message as the lexicon spells it.</summary>
    internal FoldedText Spelled(FoldedText text) => _spelling.Corrected(text);

    /// <summary>What was said, in order.</summary>
    /// <param name="spelled">The message, as <see cref="Spelled"/> gives it.</param>
    internal List<SpecialtyMention> In(FoldedText spelled) =>
        Written(spelled) is { Count: > 0 } mentions ? mentions : BySound(spelled);

    /// <summary>What was said in the very words of the lexicon, in order.</summary>
    internal List<SpecialtyMention> Written(FoldedText spelled)
    {
        var mentions = new List<SpecialtyMention>();
        for (var i = 0; i < spelled.Tokens.Length; )
        {
            if (Longest(spelled, i) is { } mention)
            {
                mentions.Add(mention);
                i = mention.Next;
            }
            else
            {
                i++;
            }
        }

        return mentions;
    }

    private SpecialtyMention? Longest(FoldedText text, int i)
    {
        SpecialtyMention? longest = null;
        Take(_phrases.ByWord(text, i), text, i, ref longest);
        Take(_phrases.ByBeginning(text, i), text, i, ref longest);
        return longest;
    }

    private static void Take(
        ReadOnlySpan<(PhrasePattern Pattern, string Specialty)> phrases,
        FoldedText text,
        int i,
        ref SpecialtyMention? longest
    )
    {
        foreach (var (pattern, specialty) in phrases)
        {
            var end = pattern.EndAt(text, i);
            if (end > i && (longest is null || end > longest.Value.Next))
            {
                longest = new SpecialtyMention(specialty, i, end);
            }
        }
    }

    private List<SpecialtyMention> BySound(FoldedText text)
    {
        var mentions = new List<SpecialtyMention>();
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            var word = text.At(i);
            if (text.Tokens[i].IsNumber || word.Length < SoundFrom - 1)
            {
                continue;
            }

            var sound = FrenchSound.Of(word);
            foreach (var (known, specialty) in _sounds)
            {
                var isNear =
                    string.Equals(sound, known, StringComparison.Ordinal)
                    || (
                        known.Length >= 6
                        && sound.Length >= known.Length - 1
                        && sound[0] == known[0]
                        && EditDistance.Within(
                            sound.AsSpan(0, Math.Min(sound.Length, known.Length)),
                            known,
                            1
                        )
                    );
                if (isNear)
                {
                    mentions.Add(new SpecialtyMention(specialty, i, i + 1));
                    break;
                }
            }
        }

        return mentions;
    }
}
