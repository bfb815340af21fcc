using System.Collections.Immutable;
using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Dialogs.Nlu;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>What a dialog decided: its next state, what it says, what it changes outside.</summary>
public sealed record DialogStep<TState>
    where TState : DialogState
{
    public required StepOutcome Outcome { get; init; }
    public required TState State { get; init; }
    public ImmutableArray<Reply> Replies { get; init; } = [];
    public ImmutableArray<TurnCommand> Commands { get; init; } = [];

    /// <summary>What to open next: in the place of this dialog when it is done, on top of it when it waits; null for nothing.</summary>
    public Intent? Opens { get; init; }

    /// <summary>What the conversation may open from now on; null when nobody was just verified.</summary>
    public AccessGrant? Grant { get; init; }

    /// <summary>Who writes, so that nobody asks again in this conversation; null when that was not said, or of another person.</summary>
    public DeclaredPerson? Declares { get; init; }

    /// <summary>Something was looked up or compared that must not show in the time of the answer.</summary>
    public bool AtFixedTime { get; init; }

    public static DialogStep<TState> Wait(TState state, params ReadOnlySpan<Reply> replies) =>
        new()
        {
            Outcome = StepOutcome.Wait,
            State = state,
            Replies = [.. replies],
        };

    public static DialogStep<TState> Done(TState state, params ReadOnlySpan<Reply> replies) =>
        new()
        {
            Outcome = StepOutcome.Done,
            State = state,
            Replies = [.. replies],
        };

    public static DialogStep<TState> Unheard(TState state) =>
        new() { Outcome = StepOutcome.Unheard, State = state };

    public DialogStep<TState> With(params ReadOnlySpan<TurnCommand> commands) =>
        this with
        {
            Commands = [.. Commands, .. commands],
        };
}
