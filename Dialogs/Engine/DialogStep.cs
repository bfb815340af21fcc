using System.Collections.Immutable;
using ChatbotSante.Dialogs.Care.Identity;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>What a dialog decided: its next state, what it says, what it changes outside.</summary>
public sealed record DialogStep<TState>
    where TState : DialogState
{
    public required StepOutcome Outcome { get; init; }
    public required TState State { get; init; }
    public ImmutableArray<Reply> Replies { get; init; } = [];
    public ImmutableArray<TurnCommand> Commands { get; init; } = [];

    /// <summary>What the conversation may open from now on; null when nobody was just verified.</summary>
    public AccessGrant? Grant { get; init; }

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
