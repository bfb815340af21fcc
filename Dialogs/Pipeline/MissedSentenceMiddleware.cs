using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Emergencies;

namespace ChatbotSante.Dialogs.Pipeline;

/// <summary>
/// Counts the sentences that the bot does not understand, where the clinic has turned that on; elsewhere it is not even part of the
/// pipeline. What it may count it reads before the words are forgotten, and keeps to itself until the turn has ended without an
/// answer.
/// </summary>
public sealed class MissedSentenceMiddleware(MissedSentenceReader reader, Clinic clinic)
    : ITurnMiddleware
{
    /// <summary>Most sentences of one conversation that are counted: one person alone fills no list.</summary>
    public const int MostOfOne = 4;

    private const char Comma = ',';

    /// <inheritdoc />
    public async ValueTask InvokeAsync(
        TurnContext turn,
        TurnHandler next,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(next);
        var sentence = Candidate(turn);
        await next(turn, cancellationToken);
        if (
            sentence is not null
            && turn is { IsMissed: true, Understanding.Emergency: null }
            && Counted(turn.State) is { Length: < MostOfOne } counted
            && !counted.Contains(sentence.Fingerprint)
        )
        {
            turn.Do(new TurnCommand.CountMissed(sentence, clinic.Today(turn.Now)));
            turn.State = turn.State with
            {
                Counted = string.Join(Comma, [.. counted, sentence.Fingerprint]),
                Recorded = true,
            };
        }
    }

    /// <summary>Only with nothing open: what answers a question, a follow-up or an emergency above all, says something of who answers.</summary>
    private MissedSentence? Candidate(TurnContext turn) =>
        turn is { Text: { } text, State.Stack: [] }
        && !new EmergencyContext(turn.Activity.RecognitionConfidence).IsPoor
            ? reader.Read(text, turn.Understanding)
            : null;

    private static string[] Counted(ConversationState state) => state.Counted?.Split(Comma) ?? [];
}
