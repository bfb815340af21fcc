using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>A dialog with a typed, versioned state. The engine keeps the state; the dialog decides.</summary>
/// <typeparam name="TState">The state, an immutable record of permitted values.</typeparam>
public abstract class Dialog<TState>(JsonTypeInfo<TState> json) : IDialog
    where TState : DialogState
{
    /// <inheritdoc />
    public abstract string Id { get; }

    /// <inheritdoc />
    public abstract int Version { get; }

    /// <inheritdoc />
    public abstract CategorySet Permit { get; }

    /// <inheritdoc />
    public abstract IReadOnlyList<Intent> Opens { get; }

    /// <inheritdoc />
    public virtual bool AnswersAtOnce => false;

    /// <inheritdoc />
    public virtual bool KeepsTheFloor => false;

    /// <inheritdoc />
    public virtual bool RequiresAccess => false;

    /// <summary>What the question now open asks for: by default, all that the dialog may ask for.</summary>
    protected virtual CategorySet Expects(TState state) => Permit;

    /// <summary>The state before anything was said.</summary>
    protected abstract TState Initial { get; }

    /// <summary>What the first message already said, kept until the person is verified.</summary>
    protected virtual TState Prepare(TState state, DialogTurn turn) => state;

    /// <summary>What was understood, to be said before the person is verified: what they said themselves, and nothing else.</summary>
    protected virtual Reply? Understood(TState state) => null;

    /// <summary>Starts: by default, a step on the first message.</summary>
    protected virtual ValueTask<DialogStep<TState>> BeginAsync(
        TState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    ) => StepAsync(state, turn, cancellationToken);

    /// <summary>One message.</summary>
    protected abstract ValueTask<DialogStep<TState>> StepAsync(
        TState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    );

    /// <summary>Goes one question back: by default, there is none and the open one is asked again.</summary>
    protected virtual ValueTask<DialogStep<TState>> BackAsync(
        TState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    ) => ResumeAsync(state, turn, cancellationToken);

    /// <summary>Asks again after an interruption.</summary>
    protected abstract ValueTask<DialogStep<TState>> ResumeAsync(
        TState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    );

    /// <summary>What to give back when the dialog is left unfinished.</summary>
    protected virtual IReadOnlyList<TurnCommand> Abandon(TState state) => [];

    /// <summary>Whether a state written by another version of the definition can be gone on with.</summary>
    protected virtual bool Accepts(int version) => version == Version;

    CategorySet IDialog.Expects(DialogFrame frame) => Expects(Load(frame));

    bool IDialog.CanResume(DialogFrame frame)
    {
        if (!Accepts(frame.Version))
        {
            return false;
        }

        try
        {
            return Load(frame) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    DialogResult IDialog.Prepare(DialogTurn turn)
    {
        var prepared = Prepare(Initial, turn);
        return Store(
            Understood(prepared) is { } understood
                ? DialogStep<TState>.Wait(prepared, understood)
                : DialogStep<TState>.Wait(prepared)
        );
    }

    async ValueTask<DialogResult> IDialog.BeginAsync(
        DialogTurn turn,
        CancellationToken cancellationToken
    ) => Store(await BeginAsync(Initial, turn, cancellationToken));

    async ValueTask<DialogResult> IDialog.StepAsync(
        DialogFrame frame,
        DialogTurn turn,
        CancellationToken cancellationToken
    ) => Store(await StepAsync(Load(frame), turn, cancellationToken));

    async ValueTask<DialogResult> IDialog.ResumeAsync(
        DialogFrame frame,
        DialogTurn turn,
        CancellationToken cancellationToken
    ) => Store(await ResumeAsync(Load(frame), turn, cancellationToken));

    async ValueTask<DialogResult> IDialog.BackAsync(
        DialogFrame frame,
        DialogTurn turn,
        CancellationToken cancellationToken
    ) => Store(await BackAsync(Load(frame), turn, cancellationToken));

    IReadOnlyList<TurnCommand> IDialog.Abandon(DialogFrame frame) => Abandon(Load(frame));

    private TState Load(DialogFrame frame) =>
        (TState?)(frame.Live ??= JsonSerializer.Deserialize(frame.State.Utf8.Span, json))
        ?? throw new JsonException("A dialog's state is null.");

    private DialogResult Store(DialogStep<TState> step)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            JsonSerializer.Serialize(writer, step.State, json);
        }

        return new DialogResult(
            step.Outcome,
            new RawJson(buffer.WrittenMemory),
            step.State,
            step.Replies,
            step.Commands,
            step.Grant,
            step.AtFixedTime
        )
        {
            Opens = step.Opens,
            Declares = step.Declares,
        };
    }
}
