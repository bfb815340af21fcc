using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>Answers a question at once, from the clinic's file, and keeps nothing.</summary>
public sealed class AnswerDialog(
    string id,
    Intent intent,
    Func<DialogTurn, IReadOnlyList<Reply>> answer
) : Dialog<AnswerState>(DialogJson.Default.AnswerState)
{
    /// <summary>A question with one answer.</summary>
    public AnswerDialog(string id, Intent intent, Func<DialogTurn, Reply> answer)
        : this(id, intent, turn => (IReadOnlyList<Reply>)[answer(turn)]) { }

    /// <inheritdoc />
    public override string Id { get; } = id;

    /// <inheritdoc />
    public override int Version => 1;

    /// <inheritdoc />
    public override CategorySet Permit => CategorySet.Of(DataCategory.Date);

    /// <inheritdoc />
    public override IReadOnlyList<Intent> Opens { get; } = [intent];

    /// <inheritdoc />
    public override bool AnswersAtOnce => true;

    /// <inheritdoc />
    protected override AnswerState Initial => new();

    /// <inheritdoc />
    protected override ValueTask<DialogStep<AnswerState>> StepAsync(
        AnswerState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(DialogStep<AnswerState>.Done(state, [.. answer(turn)]));

    /// <inheritdoc />
    protected override ValueTask<DialogStep<AnswerState>> ResumeAsync(
        AnswerState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(DialogStep<AnswerState>.Done(state));
}
