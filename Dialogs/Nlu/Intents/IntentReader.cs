using System.Collections.Immutable;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Intents;

/// <summary>
/// Decides what a message asks for: the classifier on the whole and on each clause, and the wordings of the content where it hesitates.
/// Without state; safe for concurrent use.
/// </summary>
public sealed class IntentReader(IntentClassifier classifier)
{
    private const int Labels = 31;

    /// <summary>Where the classifier is less sure than this, a wording that it thinks possible decides.</summary>
    private const float Hesitates = 0.85f;

    /// <summary>A guess that is no more likely than this is not possible.</summary>
    private const float Possible = 0.06f;

    /// <summary>Below it, and without a wording, nothing was understood.</summary>
    private const float Unsure = 0.4f;

    /// <summary>How sure the classifier must be of a clause for it to be a request of its own.</summary>
    private const float SureOfClause = 0.75f;

    /// <summary>Most words of an answer that is nothing but a yes or a no.</summary>
    private const int LongestAnswer = 4;

    /// <summary>Fewest words of such a clause.</summary>
    private const int LeastWords = 2;

    /// <summary>Probability from which a guess is taken for understood.</summary>
    public float Threshold => classifier.Threshold;

    /// <summary>Decides. An emergency is found on its own, before: here it is only the best guess.</summary>
    /// <param name="written">The message, spelled as <see cref="IntentRules.Corrected"/> spells it.</param>
    /// <param name="wordings">What the wordings of the content say.</param>
    public IntentVerdict Read(FoldedText written, IntentReading wordings)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(wordings);
        Span<IntentGuess> guesses = new IntentGuess[Labels];
        classifier.Classify(written, 0, written.Tokens.Length, guesses);
        var first = First(guesses, wordings, written);
        return new IntentVerdict(
            first.Label,
            first.Probability,
            All(written, first, wordings),
            guesses[0],
            guesses[1],
            written.Tokens.Length
        );
    }

    private static IntentGuess First(
        ReadOnlySpan<IntentGuess> guesses,
        IntentReading wordings,
        FoldedText written
    )
    {
        var best = guesses[0];
        var refuses = Refuses(written);
        if (best.Probability >= Hesitates && !refuses)
        {
            return best;
        }

        var answer =
            refuses ? false
            : written.Tokens.Length <= LongestAnswer ? AnswerRules.YesOrNo(written)
            : null;
        foreach (var guess in guesses)
        {
            if (refuses ? guess.Label == IntentLabels.No : IsBorneOut(guess, wordings, answer))
            {
                return guess;
            }
        }

        return best.Probability >= Unsure
            ? best
            : new IntentGuess(
                IntentLabels.Of(Intent.OutOfScope),
                Intent.OutOfScope,
                1 - best.Probability
            );
    }

    /// <summary>Whether a wording, or the words of a yes or a no, say the same as a guess.</summary>
    private static bool IsBorneOut(IntentGuess guess, IntentReading wordings, bool? answer) =>
        guess.Probability >= Possible
        && (
            guess.Intent is { } intent
                ? wordings.Intents.Contains(intent)
                    && intent
                        is not (Intent.Greet or Intent.Thanks or Intent.Goodbye or Intent.Help)
                : guess.Label
                    == (
                        answer switch
                        {
                            true => IntentLabels.Yes,
                            false => IntentLabels.No,
                            _ => null,
                        }
                    )
        );

    /// <summary>« Non je ne veux pas annuler » is a no, whatever it goes on to say.</summary>
    private static bool Refuses(FoldedText written) =>
        written.At(0) is "non" or "nan" or "nn"
        && (
            written.Matches(1, ["je", "ne", "veux", "pas"])
            || written.Matches(1, ["je", "veux", "pas"])
            || written.Matches(1, ["je", "ne", "souhaite", "pas"])
            || written.Matches(1, ["c", "est", "pas", "la", "peine"])
            || (written.Tokens.Length == 2 && written.At(1) is "merci")
        );

    /// <summary>All that is asked for, in order; the first label stands where its clause does, or before all.</summary>
    private ImmutableArray<string> All(
        FoldedText written,
        IntentGuess first,
        IntentReading wordings
    )
    {
        Span<int> starts = stackalloc int[Clauses.Most];
        var count = Clauses.Starts(written, starts);
        if (count == 1 || !IsRequest(first.Label))
        {
            return [first.Label];
        }

        var found = ImmutableArray.CreateBuilder<string>(count);
        Span<IntentGuess> best = new IntentGuess[1];
        for (var i = 0; i < count; i++)
        {
            var end = i + 1 < count ? starts[i + 1] : written.Tokens.Length;
            if (end - starts[i] < LeastWords)
            {
                continue;
            }

            classifier.Classify(written, starts[i], end, best);
            var (label, intent, probability) = best[0];
            var isSure =
                probability >= SureOfClause
                || (
                    probability >= Unsure
                    && (
                        label == first.Label
                        || (intent is { } heard && wordings.Intents.Contains(heard))
                    )
                );
            if (isSure && IsRequest(label) && !found.Contains(label))
            {
                found.Add(label);
            }
        }

        if (!found.Contains(first.Label))
        {
            found.Insert(0, first.Label);
        }

        return found.ToImmutable();
    }

    /// <summary>What may stand beside another request: an answer, a courtesy or a command is only itself alone.</summary>
    private static bool IsRequest(string label) =>
        label
            is not (
                IntentLabels.Yes
                or IntentLabels.No
                or "greet"
                or "goodbye"
                or "thanks"
                or "help"
                or "repeat"
                or "back"
                or "cancel"
                or "unknown"
            );
}
