using System.Text.Json.Serialization.Metadata;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>
/// A dialog that fills slots, in any order, several in one message, each corrected at any time, and then completes. Its
/// permit is exactly what its slots ask for.
/// </summary>
public abstract class FormDialog<TState>(JsonTypeInfo<TState> json) : Dialog<TState>(json)
    where TState : DialogState
{
    private CategorySet? _permit;

    /// <inheritdoc />
    public sealed override CategorySet Permit =>
        _permit ??= Slots.Aggregate(CategorySet.None, (permit, slot) => permit.Union(slot.Permit));

    /// <inheritdoc />
    protected sealed override CategorySet Expects(TState state) =>
        NextSlot(state)?.Permit ?? CategorySet.None;

    /// <summary>The slots, in the order they are asked for.</summary>
    protected abstract IReadOnlyList<FormSlot<TState>> Slots { get; }

    /// <summary>Decides what follows once something was filled: ask the next question, offer, complete.</summary>
    protected abstract ValueTask<DialogStep<TState>> FilledAsync(
        TState before,
        TState after,
        DialogTurn turn,
        CancellationToken cancellationToken
    );

    /// <inheritdoc />
    protected sealed override TState Prepare(TState state, DialogTurn turn) =>
        Fill(state, turn) ?? state;

    /// <inheritdoc />
    protected sealed override async ValueTask<DialogStep<TState>> BeginAsync(
        TState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    ) => await FilledAsync(state, Fill(state, turn) ?? state, turn, cancellationToken);

    /// <inheritdoc />
    protected sealed override async ValueTask<DialogStep<TState>> StepAsync(
        TState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    )
    {
        var filled = Fill(state, turn);
        return filled is null
            ? DialogStep<TState>.Unheard(state)
            : await FilledAsync(state, filled with { Misses = 0 }, turn, cancellationToken);
    }

    /// <inheritdoc />
    protected sealed override async ValueTask<DialogStep<TState>> BackAsync(
        TState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    )
    {
        for (var i = Slots.Count - 1; i >= 0; i--)
        {
            if (Slots[i].IsFilled(state) && Without(state, Slots[i].Name) is { } emptied)
            {
                return await ReopenAsync(state, emptied, turn, cancellationToken);
            }
        }

        return await ResumeAsync(state, turn, cancellationToken);
    }

    /// <summary>The state without what a slot holds; null when it is not asked again.</summary>
    protected virtual TState? Without(TState state, string slot) => null;

    /// <summary>Asks again for the slot that was just emptied; gives back what it held.</summary>
    protected virtual ValueTask<DialogStep<TState>> ReopenAsync(
        TState before,
        TState after,
        DialogTurn turn,
        CancellationToken cancellationToken
    ) => ResumeAsync(after, turn, cancellationToken);

    /// <summary>The first slot still empty, or null when the form is complete.</summary>
    protected FormSlot<TState>? NextSlot(TState state)
    {
        foreach (var slot in Slots)
        {
            if (!slot.IsFilled(state))
            {
                return slot;
            }
        }

        return null;
    }

    private TState? Fill(TState state, DialogTurn turn)
    {
        TState? filled = null;
        foreach (var slot in Slots)
        {
            filled = slot.Fill(filled ?? state, turn.Heard) ?? filled;
        }

        return filled;
    }
}
