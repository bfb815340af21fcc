using System.Collections.Immutable;
using ChatbotSante.Dialogs.Care.Identity;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>A step, seen by the runner: the state is bytes again.</summary>
public sealed record DialogResult(
    StepOutcome Outcome,
    RawJson State,
    DialogState Live,
    ImmutableArray<Reply> Replies,
    ImmutableArray<TurnCommand> Commands,
    AccessGrant? Grant,
    bool AtFixedTime
);
