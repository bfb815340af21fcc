using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>A dialog as the runner sees it. Write one by deriving from <see cref="Dialog{TState}"/>.</summary>
public interface IDialog
{
    /// <summary>Stable name; never changes.</summary>
    string Id { get; }

    /// <summary>Version of the definition, from 1; changes with the shape or the meaning of the state.</summary>
    int Version { get; }

    /// <summary>The categories its questions ask for: all that a turn may leave behind.</summary>
    CategorySet Permit { get; }

    /// <summary>The intents that open it.</summary>
    IReadOnlyList<Intent> Opens { get; }

    /// <summary>True when it answers at once and keeps nothing: what is open beneath goes on in the same turn.</summary>
    bool AnswersAtOnce { get; }

    /// <summary>True when it hears everything first, even « stop » and « humain »: nothing else is opened above or around it.</summary>
    bool KeepsTheFloor { get; }

    /// <summary>True when it shows or changes what exists: the runner has the person verified first.</summary>
    bool RequiresAccess { get; }

    /// <summary>What the question now open asks for; <see cref="CategorySet.None"/> when it asks for nothing personal.</summary>
    CategorySet Expects(DialogFrame frame);

    /// <summary>Whether this build can go on from a stored frame.</summary>
    bool CanResume(DialogFrame frame);

    /// <summary>Keeps what the first message already said, for when the person is verified; it may say that it was understood.</summary>
    DialogResult Prepare(DialogTurn turn);

    /// <summary>Starts the dialog with what the first message already said.</summary>
    ValueTask<DialogResult> BeginAsync(DialogTurn turn, CancellationToken cancellationToken);

    /// <summary>Goes on with one more message.</summary>
    ValueTask<DialogResult> StepAsync(
        DialogFrame frame,
        DialogTurn turn,
        CancellationToken cancellationToken
    );

    /// <summary>Says again what is waited for, after something else was talked of.</summary>
    ValueTask<DialogResult> ResumeAsync(
        DialogFrame frame,
        DialogTurn turn,
        CancellationToken cancellationToken
    );

    /// <summary>Goes one question back: what was answered last is asked again.</summary>
    ValueTask<DialogResult> BackAsync(
        DialogFrame frame,
        DialogTurn turn,
        CancellationToken cancellationToken
    );

    /// <summary>Leaves the dialog unfinished; gives back what it holds.</summary>
    IReadOnlyList<TurnCommand> Abandon(DialogFrame frame);
}
