using System.Collections.Immutable;
using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Dialogs.Nlu;

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
)
{
    /// <summary>Who writes, or null.</summary>
    public DeclaredPerson? Declares { get; init; }

    /// <summary>What to open next, or null.</summary>
    public Intent? Opens { get; init; }
}
