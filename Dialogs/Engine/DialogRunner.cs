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

    /// <summary>The dialog that has the person verified; what opens something comes after it.</summary>
    public const string IdentityDialogId = "identite.verifier";

    private const int MissesBeforePerson = 2;

    /// <summary>Confidence of speech recognition below which what was understood is asked.</summary>
    private const double PoorRecognition = 0.5;

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
        await StepAsync(turn, cancellationToken);
        var proposed = turn.Replies.LastOrDefault(reply => reply.Proposes is not null)?.Proposes;
        turn.State = turn.State with
        {
            Proposed = proposed is { } intent && Top(turn) is null ? IntentLabels.Of(intent) : null,
        };
    }

    private async ValueTask StepAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        LeaveUnknownFrames(turn);
        var heard = turn.Understanding;
        if (heard.Emergency is not null)
        {
            await EmergencyAsync(turn, cancellationToken);
            return;
        }

        if (!TakeUp(turn))
        {
            turn.Say(new Reply("relation.entendu"));
            return;
        }

        Learn(turn);
        if (Doubted(turn) is { } doubted)
        {
            turn.Say(doubted);
            return;
        }

        heard = OrientHealth(turn);
        CountMisses(turn);
        Notice(turn, PermitAhead(turn));
        var answered = await AnswerAsync(turn, cancellationToken);
        if (
            heard.IsEmpty
            && Top(turn) is { } open
            && !dialogs.HoldsTheFloor(turn.State)
            && IsLeft(heard, open)
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

        // A person is asked for, or must answer: at every turn, before anything else but who keeps the floor.
        if (heard.Intents.Any(IsForAPerson) && !dialogs.HoldsTheFloor(turn.State) && !IsPerson(top))
        {
            await BeginAsync(turn, dialogs.For(Intent.Human)!, cancellationToken);
            return;
        }

        if (heard.Asks(Intent.Back) && !dialogs.HoldsTheFloor(turn.State))
        {
            await BackAsync(turn, top, cancellationToken);
            return;
        }

        await GoOnAsync(turn, top, answered, cancellationToken);
    }

    /// <summary>Yes to what was just proposed asks for it; false for a no, which asks for nothing.</summary>
    private static bool TakeUp(TurnContext turn)
    {
        var heard = turn.Understanding;
        var isAnswer =
            Top(turn) is null
            && heard.Intents.All(IsCourtesy)
            && (heard with { Answer = null }).IsEmpty;
        if (
            !isAnswer
            || turn.State.Proposed is not { } label
            || heard.Answer is not { } answer
            || IntentLabels.Find(label) is not { } proposed
        )
        {
            return true;
        }

        if (answer)
        {
            turn.Understanding = heard with { Answer = null, Intents = [proposed] };
        }

        return answer;
    }

    /// <summary>With nothing open, what no wording says is what was learned to be asked for so.</summary>
    private static void Learn(TurnContext turn)
    {
        var heard = turn.Understanding;
        if (Top(turn) is null && heard.Learned is { } learned)
        {
            turn.Understanding = heard with
            {
                Intents = [learned, .. heard.Intents.Where(intent => intent != learned)],
            };
        }
    }

    /// <summary>
    /// Words badly recognised open no form unasked: what was understood is said, and a yes begins it. A question that is open reads
    /// every value back anyway, and a person is given at once.
    /// </summary>
    private static Reply? Doubted(TurnContext turn)
    {
        if (!(turn.Activity.RecognitionConfidence < PoorRecognition) || Top(turn) is not null)
        {
            return null;
        }

        var asked = turn.Understanding.Intents.FirstOrDefault(intent => !IsCourtesy(intent));
        var key = asked switch
        {
            Intent.BookAppointment => "ecoute.prendre",
            Intent.ChangeAppointment => "ecoute.deplacer",
            Intent.CancelAppointment => "ecoute.annuler",
            Intent.ViewAppointment => "ecoute.voir",
            _ => null,
        };
        return key is null
            ? null
            : new Reply(key) { Proposes = asked }.With("bouton.oui", "bouton.non", "bouton.humain");
    }

    /// <summary>« Stop », or « annuler » where nothing else can be meant: an appointment is never cancelled, nor kept, by it alone.</summary>
    private bool IsLeft(Understanding heard, DialogFrame open) =>
        heard.Asks(Intent.Abandon)
        || (
            heard.Asks(Intent.Cancel)
            && dialogs.Find(open.Id)?.Opens.Contains(Intent.CancelAppointment) != true
        );

    /// <summary>One emergency message stays open, however often the patient says it.</summary>
    private async ValueTask EmergencyAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (LastOpen(turn, frame => frame.Id == EmergencyDialogId) is >= 0 and var open)
        {
            LeaveAbove(turn, open);
            await GoOnAsync(turn, Top(turn)!, answered: false, cancellationToken);
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
                var first = TurnFor(turn, dialog);
                var result = dialog.RequiresAccess
                    ? dialog.Prepare(first)
                    : await dialog.BeginAsync(first, cancellationToken);
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
            // What is open hears first that all is well; « bonjour ? » in an emergency is an answer to it.
            var isForOpen =
                (intent == Intent.FalseAlarm && Top(turn) is not null)
                || (IsCourtesy(intent) && dialogs.HoldsTheFloor(turn.State))
                || (intent != Intent.BotIdentity && Top(turn) is { Id: EmergencyDialogId });
            if (
                !isForOpen
                && dialogs.For(intent) is { AnswersAtOnce: true } dialog
                && !IsCourtesyBesideMore(turn, intent)
            )
            {
                var result = await dialog.BeginAsync(TurnFor(turn, dialog), cancellationToken);
                SayNew(turn, result);
                answered = true;
            }
        }

        return answered;
    }

    /// <summary>« Bonjour, je voudrais un rendez-vous » is answered by the appointment, not by a greeting.</summary>
    private static bool IsCourtesyBesideMore(TurnContext turn, Intent intent)
    {
        var heard = turn.Understanding;
        if (!IsCourtesy(intent))
        {
            return false;
        }

        // « Ok merci », « merci, bonne soirée » with nothing open answer nothing else.
        var more = Top(turn) is null ? WithoutAnswers(heard) : heard;
        return !more.IsEmpty
            || !heard.Intents.All(IsCourtesy)
            || intent != heard.Intents.Where(IsCourtesy).Max(CourtesyRank).Intent;
    }

    /// <summary>Of several, one is answered: « bonjour », less than « merci », less than « au revoir ».</summary>
    private static (int Rank, Intent Intent) CourtesyRank(Intent intent) =>
        (
            intent switch
            {
                Intent.Goodbye => 3,
                Intent.Thanks => 2,
                Intent.FalseAlarm => 1,
                _ => 0,
            },
            intent
        );

    private static bool IsCourtesy(Intent intent) =>
        intent is Intent.Greet or Intent.Thanks or Intent.Goodbye or Intent.FalseAlarm;

    private static Understanding WithoutAnswers(Understanding heard) =>
        heard with
        {
            Answer = null,
            Ordinal = null,
            Clock = null,
            When = null,
        };

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
        if (turn.Understanding.Asks(Intent.Cancel))
        {
            if (turn.Access is not null)
            {
                await BeginAsync(turn, dialogs.For(Intent.CancelAppointment)!, cancellationToken);
                return;
            }

            turn.Say(
                new Reply("abandon.quoi") { Proposes = Intent.CancelAppointment }.With(
                    "bouton.annuler-rendez-vous",
                    "bouton.rendez-vous",
                    "bouton.humain"
                )
            );
            return;
        }

        if (!answered)
        {
            await NotUnderstoodAsync(turn, cancellationToken);
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
        if (dialog.RequiresAccess && turn.Access is null)
        {
            await VerifyAsync(turn, cancellationToken);
            return;
        }

        var heard = Permitted(turn, dialog.Permit);
        if (answered)
        {
            heard = WithoutQuestions(heard);
        }

        var result = await dialog.StepAsync(top, TurnFor(turn, heard), cancellationToken);
        if (result.Outcome != StepOutcome.Unheard)
        {
            Notice(turn, dialog.Permit);
            turn.State = turn.State with { Misses = 0 };
            await ApplyAsync(turn, result, cancellationToken);
            if (result.Outcome == StepOutcome.Done && Top(turn) is null)
            {
                await GoOnElsewhereAsync(turn, dialog, cancellationToken);
            }

            return;
        }

        foreach (var intent in turn.Understanding.Intents)
        {
            if (dialogs.For(intent) is { AnswersAtOnce: false } other && other.Id != top.Id)
            {
                if (other.RequiresAccess && top.Id == IdentityDialogId)
                {
                    Redirect(turn, other);
                    await ResumeAsync(turn, cancellationToken);
                    return;
                }

                await BeginAsync(turn, other, cancellationToken);
                return;
            }
        }

        Notice(turn, dialog.Permit);

        // « Humain », « je veux un rendez-vous », said again: understood, and asked again.
        var isAskedAgain = turn.Understanding.Intents.Any(intent =>
            dialogs.For(intent)?.Id == top.Id
            || (intent == Intent.Cancel && dialog.Opens.Contains(Intent.CancelAppointment))
        );
        if (!answered && !isAskedAgain)
        {
            if (IsPerson(top))
            {
                await BeneathPersonAsync(turn, cancellationToken);
                return;
            }

            await NotUnderstoodAsync(turn, cancellationToken);
            if (Top(turn) is { } now && IsPerson(now))
            {
                return;
            }
        }

        await ResumeAsync(turn, cancellationToken);
    }

    /// <summary>
    /// What the call-back form has no use for may answer the question beneath; otherwise the form asks again. After a person was
    /// offered, « je n'ai pas compris » is not said a fourth time.
    /// </summary>
    private async ValueTask BeneathPersonAsync(
        TurnContext turn,
        CancellationToken cancellationToken
    )
    {
        if (
            turn.State.Stack is [.., var beneath, _]
            && dialogs.Find(beneath.Id) is { } dialog
            && (!dialog.RequiresAccess || turn.Access is not null)
        )
        {
            var result = await dialog.StepAsync(beneath, TurnFor(turn, dialog), cancellationToken);
            if (result.Outcome != StepOutcome.Unheard)
            {
                Pop(turn);
                await ApplyAsync(turn, result, cancellationToken);
                return;
            }
        }

        await ResumeAsync(turn, cancellationToken);
    }

    private async ValueTask BackAsync(
        TurnContext turn,
        DialogFrame top,
        CancellationToken cancellationToken
    )
    {
        var dialog = dialogs.Find(top.Id)!;
        if (dialog.RequiresAccess && turn.Access is null)
        {
            await VerifyAsync(turn, cancellationToken);
            return;
        }

        var result = await dialog.BackAsync(
            top,
            TurnFor(turn, Understanding.Nothing),
            cancellationToken
        );
        await ApplyAsync(turn, result, cancellationToken);
    }

    /// <summary>« Non, déplacez-le plutôt » ends one dialog and asks for another.</summary>
    private async ValueTask GoOnElsewhereAsync(
        TurnContext turn,
        IDialog ended,
        CancellationToken cancellationToken
    )
    {
        foreach (var intent in turn.Understanding.Intents)
        {
            var other = dialogs.For(intent);
            if (ended.RequiresAccess && other is { RequiresAccess: true } && other.Id != ended.Id)
            {
                await BeginAsync(turn, other, cancellationToken);
                return;
            }
        }
    }

    private async ValueTask BeginAsync(
        TurnContext turn,
        IDialog dialog,
        CancellationToken cancellationToken
    )
    {
        if (OpenInstead(turn, dialog) is >= 0 and var open)
        {
            Notice(turn, dialog.Permit);
            LeaveAbove(turn, open);
            await GoOnAsync(turn, Top(turn)!, answered: true, cancellationToken);
            return;
        }

        if (dialog.RequiresAccess && turn.Access is null)
        {
            Push(turn, dialog, dialog.Prepare(TurnFor(turn, dialog)));
            await VerifyAsync(turn, cancellationToken);
            return;
        }

        Notice(turn, dialog.Permit);
        var result = await dialog.BeginAsync(TurnFor(turn, dialog), cancellationToken);
        turn.State = turn.State with { Misses = 0 };
        Push(turn, dialog, result);
        await ApplyAsync(turn, result, cancellationToken);
    }

    /// <summary>Has the person verified before what is open goes on.</summary>
    private ValueTask VerifyAsync(TurnContext turn, CancellationToken cancellationToken) =>
        BeginAsync(turn, dialogs.Find(IdentityDialogId)!, cancellationToken);

    private async ValueTask ApplyAsync(
        TurnContext turn,
        DialogResult result,
        CancellationToken cancellationToken
    )
    {
        Say(turn, result);
        var next = result.Opens is { } intent ? dialogs.For(intent) : null;
        if (result.Grant is { } grant)
        {
            turn.State = turn.State with { Access = grant };
        }

        if (result.Declares is { } declared)
        {
            turn.State = turn.State with { Declared = declared };
        }

        if (result.Outcome == StepOutcome.Done)
        {
            var isGivenUp = Top(turn) is { Id: IdentityDialogId } && result.Grant is null;
            Pop(turn);
            if (isGivenUp)
            {
                LeaveWhatNeedsAccess(turn);
            }

            await (
                next is null
                    ? ResumeAsync(turn, cancellationToken)
                    : BeginAsync(turn, next, cancellationToken)
            );
            return;
        }

        Replace(turn, result);
        if (next is not null)
        {
            await BeginAsync(turn, next, cancellationToken);
        }
    }

    /// <summary>
    /// Where the stack is gone back to rather than covered: the same dialog begun earlier, or an emergency, over which nothing
    /// opens but a person; −1 when the dialog may open.
    /// </summary>
    private int OpenInstead(TurnContext turn, IDialog dialog)
    {
        var floor = LastOpen(turn, frame => dialogs.Find(frame.Id)?.KeepsTheFloor == true);
        var same = LastOpen(turn, frame => frame.Id == dialog.Id);
        return same > floor ? same
            : dialog.Opens.Contains(Intent.Human) || dialog.KeepsTheFloor ? -1
            : floor;
    }

    /// <summary>Leaves what lies above a frame; gives back what it held.</summary>
    private void LeaveAbove(TurnContext turn, int index)
    {
        while (turn.State.Stack.Length > index + 1)
        {
            var top = Top(turn)!;
            GiveBack(turn, dialogs.Find(top.Id)!, top);
            Pop(turn);
        }
    }

    private static int LastOpen(TurnContext turn, Func<DialogFrame, bool> isIt)
    {
        for (var i = turn.State.Stack.Length - 1; i >= 0; i--)
        {
            if (isIt(turn.State.Stack[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Goes back to what was open beneath, if anything was.</summary>
    private async ValueTask ResumeAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (Top(turn) is { } top)
        {
            var dialog = dialogs.Find(top.Id)!;
            if (dialog.RequiresAccess && turn.Access is null)
            {
                await VerifyAsync(turn, cancellationToken);
                return;
            }

            var result = await dialog.ResumeAsync(
                top,
                TurnFor(turn, Understanding.Nothing),
                cancellationToken
            );
            await ApplyAsync(turn, result, cancellationToken);
        }
    }

    /// <summary>Who was not verified leaves what it was for, too.</summary>
    private void LeaveWhatNeedsAccess(TurnContext turn)
    {
        while (Top(turn) is { } top && dialogs.Find(top.Id) is { RequiresAccess: true } dialog)
        {
            GiveBack(turn, dialog, top);
            Pop(turn);
        }
    }

    private static void GiveBack(TurnContext turn, IDialog dialog, DialogFrame frame)
    {
        if (!dialog.CanResume(frame))
        {
            return;
        }

        foreach (var command in dialog.Abandon(frame))
        {
            turn.Do(command);
        }
    }

    /// <summary>Verified for something else than first said: « non, plutôt le déplacer ».</summary>
    private void Redirect(TurnContext turn, IDialog wanted)
    {
        var beneath = turn.State.Stack.Length - 2;
        if (beneath < 0 || turn.State.Stack[beneath].Id == wanted.Id)
        {
            return;
        }

        var frame = Frame(wanted, wanted.Prepare(TurnFor(turn, wanted)));
        var earlier = turn.State.Stack[beneath];
        var stack = turn.State.Stack;
        if (dialogs.Find(earlier.Id) is { RequiresAccess: true } left)
        {
            GiveBack(turn, left, earlier);
            stack = stack.RemoveAt(beneath);
        }

        turn.State = turn.State with { Stack = stack.Insert(stack.Length - 1, frame) };
    }

    /// <summary>Leaves what is open; what lay beneath goes on, and only when nothing does is all said to be stopped.</summary>
    private async ValueTask AbandonAsync(
        TurnContext turn,
        DialogFrame top,
        CancellationToken cancellationToken
    )
    {
        GiveBack(turn, dialogs.Find(top.Id)!, top);
        Pop(turn);
        LeaveUnknownFrames(turn);
        if (top.Id == IdentityDialogId)
        {
            LeaveWhatNeedsAccess(turn);
        }

        if (Top(turn) is null)
        {
            turn.Say(
                new Reply("abandon.fait") { Proposes = Intent.Help }.With(
                    "bouton.rendez-vous",
                    "bouton.humain"
                )
            );
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

    /// <summary>« Vous êtes ouverts samedi ? » says nothing of when to come, « combien coûte une IRM ? » nothing of what for.</summary>
    private static Understanding WithoutQuestions(Understanding heard)
    {
        var asksWhen = heard.Intents.Any(intent =>
            intent is Intent.Hours or Intent.Visits or Intent.Admission
        );
        var asksWhat = heard.Intents.Any(intent =>
            intent is Intent.Services or Intent.Costs or Intent.Preparation
        );
        return heard with
        {
            When = asksWhen ? null : heard.When,
            Clock = asksWhen ? null : heard.Clock,
            Specialty = asksWhat ? null : heard.Specialty,
            Practitioner = asksWhat ? null : heard.Practitioner,
        };
    }

    private static DialogTurn TurnFor(TurnContext turn, IDialog dialog) =>
        TurnFor(turn, Permitted(turn, dialog.Permit));

    private static DialogTurn TurnFor(TurnContext turn, Understanding heard) =>
        new(heard, turn.Now, turn.Access, turn.State.Declared);

    private static Understanding Permitted(TurnContext turn, CategorySet permit) =>
        turn.Understanding.Restrict(permit);

    /// <summary>Tells once what should not have been written, without repeating it.</summary>
    private void Notice(TurnContext turn, CategorySet permit)
    {
        var unasked = turn.Understanding.Evident.Except(permit);
        var isAsked =
            turn.Understanding.Intents.Any(IsOfHealth)
            || turn.Understanding.Reasons.Length > 0
            || dialogs.HoldsTheFloor(turn.State);
        if (isAsked)
        {
            // Asking about one's health is what these questions do: the answer says what is not kept. A visit reason is one of the
            // clinic's list, and an emergency leaves no room for a lesson.
            unasked = unasked.Except(CategorySet.Health);
        }

        const string key = "donnees.non-demandees";
        var said =
            turn.State.Replies.Any(reply => reply.Key == key)
            || turn.Replies.Any(reply => reply.Key == key);
        if (unasked.Overlaps(Sensitive) && turn.Understanding.Emergency is null && !said)
        {
            turn.Say(new Reply(key));
        }
    }

    /// <summary>Other words, then closed choices, then a person.</summary>
    private async ValueTask NotUnderstoodAsync(
        TurnContext turn,
        CancellationToken cancellationToken
    )
    {
        var misses = turn.State.Misses + 1;
        turn.State = turn.State with { Misses = misses };
        turn.IsMissed = true;
        if (misses > MissesBeforePerson)
        {
            turn.Say(
                new Reply("incompris.personne").With("bouton.humain", "bouton.appeler-secretariat")
            );
            await BeginAsync(turn, dialogs.For(Intent.Human)!, cancellationToken);
            return;
        }

        turn.Say(
            misses == 1
                ? (
                    Top(turn) is null
                    && GuessButtons.Of(turn.Understanding.Verdict) is { Length: > 0 } ideas
                        ? new Reply("incompris.idees") { Actions = ideas }
                        : new Reply("incompris.reformuler")
                )
                : new Reply("incompris.choix").With(
                    "bouton.rendez-vous",
                    "bouton.horaires",
                    "bouton.acces",
                    "bouton.humain"
                )
        );
    }

    /// <summary>
    /// What is understood starts the ladder of misunderstandings again. « Le truc de la dernière fois » is not: it is answered
    /// with closed choices, and counts.
    /// </summary>
    private static void CountMisses(TurnContext turn)
    {
        var heard = turn.Understanding;
        if (heard.Intents is [Intent.PastConversation])
        {
            turn.State = turn.State with { Misses = turn.State.Misses + 1 };
        }
        else if (heard.Intents.Length > 0)
        {
            turn.State = turn.State with { Misses = 0 };
        }
    }

    /// <summary>Who only says how they are is told whom to ask, not that nothing was understood.</summary>
    private Understanding OrientHealth(TurnContext turn)
    {
        var heard = turn.Understanding;
        var isOpen = Top(turn) is not null;

        // « J'ai de la fièvre depuis lundi » wishes for no day; where a question is open, a day is an answer to it.
        var onlySaysHow =
            (isOpen ? heard : WithoutAnswers(heard)).IsEmpty
            && !dialogs.HoldsTheFloor(turn.State)
            && heard.Held.Overlaps(CategorySet.Health)
            && heard.Intents.All(intent => intent is Intent.Greet or Intent.Thanks);
        if (onlySaysHow)
        {
            turn.Understanding = heard with { Intents = [Intent.MedicalAdvice] };
        }

        return turn.Understanding;
    }

    /// <summary>What the open form asks for, and the one about to open.</summary>
    private CategorySet PermitAhead(TurnContext turn)
    {
        var permit = Top(turn) is { } top ? dialogs.Find(top.Id)!.Permit : CategorySet.None;
        return turn.Understanding.Intents.Aggregate(
            permit,
            (all, intent) =>
                dialogs.For(intent) is { AnswersAtOnce: false } opened
                    ? all.Union(opened.Permit)
                    : all
        );
    }

    private bool IsPerson(DialogFrame frame) => dialogs.For(Intent.Human)?.Id == frame.Id;

    private static bool IsForAPerson(Intent intent) =>
        intent is Intent.Human or Intent.Complaint or Intent.Adolescent;

    private static bool IsOfHealth(Intent intent) =>
        intent
            is Intent.MedicalAdvice
                or Intent.AnotherPerson
                or Intent.FollowUpReport
                or Intent.Preparation
                or Intent.Services;

    /// <summary>« Je n'ai pas cette information » is said once for all that is not known.</summary>
    private static void SayNew(TurnContext turn, DialogResult result)
    {
        foreach (var reply in result.Replies)
        {
            if (reply.Values.Count > 0 || turn.Replies.All(said => said.Key != reply.Key))
            {
                turn.Say(reply);
            }
        }
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

        turn.AtFixedTime |= result.AtFixedTime;
    }

    private static DialogFrame? Top(TurnContext turn) =>
        turn.State.Stack is [.., var top] ? top : null;

    private static void Push(TurnContext turn, IDialog dialog, DialogResult result) =>
        turn.State = turn.State with { Stack = turn.State.Stack.Add(Frame(dialog, result)) };

    private static DialogFrame Frame(IDialog dialog, DialogResult result) =>
        new()
        {
            Id = dialog.Id,
            Version = dialog.Version,
            State = result.State,
            Live = result.Live,
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
