using System.Collections.Immutable;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu;

/// <summary>
/// Reads intents by the content's wordings. Of two wordings that share a word the longer wins: « annuler mon rendez-vous »
/// does not also ask for one. Without state; safe for concurrent use.
/// </summary>
public sealed class IntentRules
{
    private readonly PhraseIndex<Meaning> _phrases;
    private readonly Spelling _spelling;

    /// <param name="lexicon">The wordings.</param>
    /// <param name="spelling">How people spell.</param>
    /// <exception cref="FormatException">A wording is not in the notation.</exception>
    public IntentRules(IReadOnlyList<IntentLexicon> lexicon, SpellingRules spelling)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        ArgumentNullException.ThrowIfNull(spelling);
        var phrases = lexicon
            .SelectMany(entry =>
                entry.Phrases.Select(phrase =>
                    (new PhrasePattern(phrase), new Meaning(entry.Intent, entry.Topic))
                )
            )
            .ToArray();
        _phrases = new PhraseIndex<Meaning>(phrases);
        _spelling = new Spelling([.. phrases.Select(phrase => phrase.Item1)], spelling);
    }

    /// <summary>The message as the content spells it.</summary>
    public FoldedText Corrected(FoldedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _spelling.Corrected(text);
    }

    /// <summary>What a message asks for.</summary>
    public IntentReading Read(FoldedText text) => ReadCorrected(Corrected(text));

    /// <summary>What a message asks for.</summary>
    /// <param name="written">The message, spelled as <see cref="Corrected"/> spells it.</param>
    public IntentReading ReadCorrected(FoldedText written)
    {
        ArgumentNullException.ThrowIfNull(written);
        List<Found>? found = null;
        for (var i = 0; i < written.Tokens.Length; i++)
        {
            Find(written, i, _phrases.ByWord(written, i), ref found);
            Find(written, i, _phrases.ByBeginning(written, i), ref found);
        }

        return found is null ? IntentReading.Nothing : Resolve(WithoutOverlaps(found));
    }

    private static void Find(
        FoldedText text,
        int at,
        ReadOnlySpan<(PhrasePattern Pattern, Meaning Meaning)> phrases,
        ref List<Found>? found
    )
    {
        foreach (var (pattern, meaning) in phrases)
        {
            if (pattern.EndAt(text, at) is >= 0 and var end)
            {
                found ??= new List<Found>(8);
                found.Add(new Found(at, end, meaning, IsRefused(text, at, meaning.Intent)));
            }
        }
    }

    /// <summary>Who writes and how before what; then the longer of two that overlap; of two as long, the one that comes first in the order of <see cref="Intent"/>.</summary>
    private static List<Found> WithoutOverlaps(List<Found> found)
    {
        found.Sort(
            static (a, b) =>
                a.IsSituation != b.IsSituation ? b.IsSituation.CompareTo(a.IsSituation)
                : a.Length != b.Length ? b.Length.CompareTo(a.Length)
                : a.At != b.At ? a.At.CompareTo(b.At)
                : a.Meaning.Intent.CompareTo(b.Meaning.Intent)
        );
        var kept = new List<Found>(found.Count);
        foreach (var candidate in found)
        {
            if (!kept.Exists(other => other.Overlaps(candidate)))
            {
                kept.Add(candidate);
            }
        }

        kept.RemoveAll(static one => one.IsRefused);
        kept.Sort(static (a, b) => a.At.CompareTo(b.At));
        return kept;
    }

    private static IntentReading Resolve(List<Found> found)
    {
        var said = found.ConvertAll(one => one.Meaning.Intent);
        var intents = ImmutableArray.CreateBuilder<Intent>(said.Count);
        foreach (
            var intent in said.Where(intent => !IsCourtesy(intent)).Concat(said.Where(IsCourtesy))
        )
        {
            if (!intents.Contains(intent) && !IsSuperseded(intent, said))
            {
                intents.Add(intent);
            }
        }

        return new IntentReading(
            intents.ToImmutable(),
            [
                .. found
                    .Where(one =>
                        one.Meaning.Topic is not null && intents.Contains(one.Meaning.Intent)
                    )
                    .Select(one => one.Meaning.Topic!.Value)
                    .Distinct(),
            ]
        );
    }

    /// <summary>What another part of the message makes void, or says better.</summary>
    private static bool IsSuperseded(Intent intent, List<Intent> said)
    {
        bool Says(Intent other) => other != intent && said.Contains(other);

        var isForAChild = Says(Intent.Child) || (intent != Intent.Child && Says(Intent.Adolescent));
        var isForTheMachine =
            Says(Intent.Injection) || (intent != Intent.Injection && Says(Intent.English));
        var isAboutOther = Says(Intent.AnotherPerson) && IsAboutSomebody(intent);
        return isForAChild
            || isForTheMachine
            || isAboutOther
            || intent switch
            {
                // An appointment that exists is not one to be made.
                Intent.BookAppointment or Intent.Abandon or Intent.Cancel => Says(
                    Intent.CancelAppointment
                )
                    || Says(Intent.ChangeAppointment)
                    || Says(Intent.ViewAppointment),
                Intent.Human => Says(Intent.BotIdentity) || Says(Intent.RightsWithdraw),

                // Told after an operation, the same words are for the team that follows it.
                Intent.MedicalAdvice => Says(Intent.FollowUpReport),
                Intent.Contact => Says(Intent.Human),

                // « Comment faire pour… », « vous avez un créneau ? »: the rest says what.
                Intent.Help => said.Exists(other => other != Intent.Help && !IsCourtesy(other)),
                Intent.Services => Says(Intent.BookAppointment),
                _ => false,
            };
    }

    private static bool IsAboutSomebody(Intent intent) =>
        intent
            is Intent.ViewAppointment
                or Intent.ChangeAppointment
                or Intent.CancelAppointment
                or Intent.Cancel
                or Intent.BookAppointment
                or Intent.FollowUpReport
                or Intent.MedicalAdvice;

    /// <summary>« Je ne veux pas annuler mon rendez-vous » asks for no cancellation, nor for a rendez-vous.</summary>
    private static bool IsRefused(FoldedText text, int at, Intent intent) =>
        intent switch
        {
            Intent.CancelAppointment or Intent.Cancel => text.At(at - 1)
                is "pas"
                    or "plus"
                    or "jamais"
                    or "surtout",
            Intent.FalseAlarm => IsDoubted(text, at),
            _ => false,
        };

    /// <summary>« Ce n'est pas une fausse alerte », « tout va bien ? », « ça va mieux mais il a toujours mal »: no all-clear.</summary>
    private static bool IsDoubted(FoldedText text, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 3); i--)
        {
            if (text.At(i) is "pas" or "plus" or "jamais" or "si")
            {
                return true;
            }
        }

        return text.Folded.Contains('?', StringComparison.Ordinal)
            || text.HasWord("toujours", "encore", "mal", "douleur", "mais");
    }

    private static bool IsCourtesy(Intent intent) =>
        intent is Intent.Thanks or Intent.Goodbye or Intent.Greet;

    private sealed record Meaning(Intent Intent, InfoTopic? Topic);

    private sealed record Found(int At, int End, Meaning Meaning, bool IsRefused)
    {
        public int Length => End - At;

        public bool IsSituation => Meaning.Intent >= Intent.Child;

        public bool Overlaps(Found other) => At < other.End && other.At < End;
    }
}
