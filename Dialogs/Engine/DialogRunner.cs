using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Pipeline;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>
/// Runs the dialog stack on one message. Here the question is the permit: what a dialog hears, and so what any state can
/// hold, is restricted to what the open form asks for, or, on a first message, the form that its intent opens.
/// </summary>
public sealed class DialogRunner(DialogCatalog dialogs)
{
    /// <summary>The dialog that shows the emergency message.</summary>
    public const string EmergencyDialogId = "urgence";

    private const int MissesBeforePerson = 2;

    /// <summary>What is dangerous to write anywhere, so that the patient is told not to.</summary>
    private static readonly CategorySet Sensitive = CategorySet
        .Of(
            DataCategory.Nir,
            DataCategory.Ins,
            DataCategory.Card,
            DataCategory.Iban,
            DataCategory.Secret
        )
        .Union(CategorySet.Health);

    public async ValueTask RunAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        LeaveUnknownFrames(turn);
        var heard = turn.Understanding;
        if (heard.Emergency is not null)
        {
            await EmergencyAsync(turn, cancellationToken);
            return;
        }

        var answered = await AnswerAsync(turn, cancellationToken);
        if (
            heard.Asks(Intent.Abandon)
            && Top(turn) is { } open
            && open.Id != EmergencyDialogId
            && heard.IsEmpty
        )
        {
            await AbandonAsync(turn, open, cancellationToken);
            return;
        }

        if (Top(turn) is not { } top)
        {
            await OpenFirstAsync(turn, answered, cancellationToken);
            return;
        }

        // A person is asked for: at every turn, before anything else but an emergency.
        if (
            heard.Asks(Intent.Human)
            && dialogs.For(Intent.Human) is { } person
            && person.Id != top.Id
        )
        {
            await BeginAsync(turn, person, cancellationToken);
            return;
        }

        await GoOnAsync(turn, top, answered, cancellationToken);
    }

    /// <summary>One emergency message stays open, however often the patient says it.</summary>
    private async ValueTask EmergencyAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (Top(turn) is { Id: EmergencyDialogId } open)
        {
            await GoOnAsync(turn, open, answered: false, cancellationToken);
            return;
        }

        await KeepRequestAsync(turn, cancellationToken);
        await BeginAsync(turn, dialogs.Find(EmergencyDialogId)!, cancellationToken);
    }

    /// <summary>What else was asked for in the same message waits beneath, unsaid: « j'ai eu un infarctus en 2019, je voudrais un rendez-vous ».</summary>
    private async ValueTask KeepRequestAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        foreach (var intent in turn.Understanding.Intents)
        {
            if (Top(turn) is null && dialogs.For(intent) is { AnswersAtOnce: false } dialog)
            {
                var result = await dialog.BeginAsync(
                    new DialogTurn(Permitted(turn, dialog.Permit), turn.Now),
                    cancellationToken
                );
                Push(turn, dialog, result);
            }
        }
    }

    /// <summary>Answers the questions that can be answered at once; true when there was one.</summary>
    private async ValueTask<bool> AnswerAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var answered = false;
        foreach (var intent in turn.Understanding.Intents)
        {
            // What is open hears first that all is well.
            var isForOpen = intent == Intent.FalseAlarm && Top(turn) is not null;
            if (
                !isForOpen
                && dialogs.For(intent) is { AnswersAtOnce: true } dialog
                && !IsCourtesyBesideMore(turn.Understanding, intent)
            )
            {
                var result = await dialog.BeginAsync(
                    new DialogTurn(Permitted(turn, dialog.Permit), turn.Now),
                    cancellationToken
                );
                Say(turn, result);
                answered = true;
            }
        }

        return answered;
    }

    /// <summary>« Bonjour, je voudrais un rendez-vous » is answered by the appointment, not by a greeting.</summary>
    private static bool IsCourtesyBesideMore(Understanding heard, Intent intent) =>
        intent is (Intent.Greet or Intent.Thanks or Intent.Goodbye or Intent.FalseAlarm)
        && (heard.Intents.Length > 1 || !heard.IsEmpty);

    private async ValueTask OpenFirstAsync(
        TurnContext turn,
        bool answered,
        CancellationToken cancellationToken
    )
    {
        foreach (var intent in turn.Understanding.Intents)
        {
            if (dialogs.For(intent) is { AnswersAtOnce: false } dialog)
            {
                await BeginAsync(turn, dialog, cancellationToken);
                return;
            }
        }

        Notice(turn, CategorySet.None);
        if (!answered)
        {
            NotUnderstood(turn);
        }
    }

    private async ValueTask GoOnAsync(
        TurnContext turn,
        DialogFrame top,
        bool answered,
        CancellationToken cancellationToken
    )
    {
        var dialog = dialogs.Find(top.Id)!;
        var heard = Permitted(turn, dialog.Permit);
        if (answered && turn.Understanding.Asks(Intent.Hours))
        {
            // « Vous êtes ouverts samedi ? » says nothing of when to come.
            heard = heard with
            {
                When = null,
                Clock = null,
            };
        }

        var result = await dialog.StepAsync(
            top,
            new DialogTurn(heard, turn.Now),
            cancellationToken
        );
        if (result.Outcome != StepOutcome.Unheard)
        {
            Notice(turn, dialog.Permit);
            turn.State = turn.State with { Misses = 0 };
            await ApplyAsync(turn, result, cancellationToken);
            return;
        }

        foreach (var intent in turn.Understanding.Intents)
        {
            if (dialogs.For(intent) is { AnswersAtOnce: false } other && other.Id != top.Id)
            {
                await BeginAsync(turn, other, cancellationToken);
                return;
            }
        }

        Notice(turn, dialog.Permit);

        // « Humain », « je veux un rendez-vous », said again: understood, and asked again.
        var isAskedAgain = turn.Understanding.Intents.Any(intent =>
            dialogs.For(intent)?.Id == top.Id
        );
        if (!answered && !isAskedAgain)
        {
            NotUnderstood(turn);
            if (turn.State.Misses > MissesBeforePerson)
            {
                return;
            }
        }

        await ResumeAsync(turn, cancellationToken);
    }

    private async ValueTask BeginAsync(
        TurnContext turn,
        IDialog dialog,
        CancellationToken cancellationToken
    )
    {
        Notice(turn, dialog.Permit);
        var result = await dialog.BeginAsync(
            new DialogTurn(Permitted(turn, dialog.Permit), turn.Now),
            cancellationToken
        );
        turn.State = turn.State with { Misses = 0 };
        Push(turn, dialog, result);
        await ApplyAsync(turn, result, cancellationToken);
    }

    private async ValueTask ApplyAsync(
        TurnContext turn,
        DialogResult result,
        CancellationToken cancellationToken
    )
    {
        Say(turn, result);
        if (result.Outcome == StepOutcome.Done)
        {
            Pop(turn);
            await ResumeAsync(turn, cancellationToken);
            return;
        }

        Replace(turn, result);
    }

    /// <summary>Goes back to what was open beneath, if anything was.</summary>
    private async ValueTask ResumeAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (Top(turn) is { } top)
        {
            var dialog = dialogs.Find(top.Id)!;
            var result = await dialog.ResumeAsync(
                top,
                new DialogTurn(Understanding.Nothing, turn.Now),
                cancellationToken
            );
            await ApplyAsync(turn, result, cancellationToken);
        }
    }

    /// <summary>Leaves what is open; what lay beneath goes on, and only when nothing does is all said to be stopped.</summary>
    private async ValueTask AbandonAsync(
        TurnContext turn,
        DialogFrame top,
        CancellationToken cancellationToken
    )
    {
        foreach (var command in dialogs.Find(top.Id)!.Abandon(top))
        {
            turn.Do(command);
        }

        Pop(turn);
        LeaveUnknownFrames(turn);
        if (Top(turn) is null)
        {
            turn.Say(new Reply("abandon.fait").With("bouton.rendez-vous", "bouton.humain"));
            return;
        }

        await ResumeAsync(turn, cancellationToken);
    }

    /// <summary>A stored dialog this build cannot go on with is left, politely and in words; what lies beneath stays.</summary>
    private void LeaveUnknownFrames(TurnContext turn)
    {
        var left = false;
        while (Top(turn) is { } top && dialogs.Find(top.Id)?.CanResume(top) != true)
        {
            Pop(turn);
            left = true;
        }

        if (left)
        {
            turn.Say(new Reply("reprise.recommencer").With("bouton.rendez-vous", "bouton.humain"));
        }
    }

    private static Understanding Permitted(TurnContext turn, CategorySet permit) =>
        turn.Understanding.Restrict(permit);

    /// <summary>Tells once what should not have been written, without repeating it.</summary>
    private static void Notice(TurnContext turn, CategorySet permit)
    {
        var unasked = turn.Understanding.Held.Except(permit);
        const string key = "donnees.non-demandees";
        var said =
            turn.State.Replies.Any(reply => reply.Key == key)
            || turn.Replies.Any(reply => reply.Key == key);
        if (unasked.Overlaps(Sensitive) && turn.Understanding.Emergency is null && !said)
        {
            turn.Say(new Reply(key));
        }
    }

    private static void NotUnderstood(TurnContext turn)
    {
        var misses = turn.State.Misses + 1;
        turn.State = turn.State with { Misses = misses };
        turn.Say(
            misses switch
            {
                1 => new Reply("incompris.reformuler"),
                MissesBeforePerson => new Reply("incompris.choix").With(
                    "bouton.rendez-vous",
                    "bouton.horaires",
                    "bouton.acces",
                    "bouton.humain"
                ),
                _ => new Reply("incompris.personne").With(
                    "bouton.humain",
                    "bouton.appeler-secretariat"
                ),
            }
        );
    }

    private static void Say(TurnContext turn, DialogResult result)
    {
        foreach (var reply in result.Replies)
        {
            turn.Say(reply);
        }

        foreach (var command in result.Commands)
        {
            turn.Do(command);
        }
    }

    private static DialogFrame? Top(TurnContext turn) =>
        turn.State.Stack is [.., var top] ? top : null;

    private static void Push(TurnContext turn, IDialog dialog, DialogResult result) =>
        turn.State = turn.State with
        {
            Stack = turn.State.Stack.Add(
                new DialogFrame
                {
                    Id = dialog.Id,
                    Version = dialog.Version,
                    State = result.State,
                    Live = result.Live,
                }
            ),
        };

    private static void Pop(TurnContext turn) =>
        turn.State = turn.State with
        {
            Stack = turn.State.Stack.RemoveAt(turn.State.Stack.Length - 1),
        };

    private static void Replace(TurnContext turn, DialogResult result)
    {
        var last = turn.State.Stack.Length - 1;
        turn.State = turn.State with
        {
            Stack = turn.State.Stack.SetItem(
                last,
                turn.State.Stack[last] with
                {
                    State = result.State,
                    Live = result.Live,
                }
            ),
        };
    }
}
