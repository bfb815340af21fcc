using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>How each answer of a booking is heard: the state with it, or null when nothing was said of it.</summary>
internal sealed class BookingAnswers(Clinic clinic, SlotText text)
{
    private readonly SlotWishes _wishes = new(text);

    public static BookAppointmentState? With(BookAppointmentState state, Understanding heard)
    {
        // « Morel » answers « avec quel médecin ? »; once somebody's name was asked for, it is theirs.
        var named = heard.Practitioner ?? (state.IdentityAsked ? null : heard.Namesake);
        var specialty = heard.Specialty ?? (named is null ? state.Specialty : null);
        var practitioner =
            named
            ?? (
                heard.Specialty is null || heard.Specialty == state.Specialty
                    ? state.Practitioner
                    : null
            );
        var isSame = specialty == state.Specialty && practitioner == state.Practitioner;
        var filled = state with
        {
            Specialty = specialty,
            Practitioner = practitioner,
            ForOther = heard.ForOther || (state.ForOther && !heard.ForSelf),
            Reason = isSame ? state.Reason : null,
            ReasonUnknown = isSame && state.ReasonUnknown,
            ReasonAsked = isSame && state.ReasonAsked,
        };
        return filled == state ? null : filled;
    }

    public BookAppointmentState? Reason(BookAppointmentState state, Understanding heard)
    {
        var reasons = clinic.ReasonsToAsk(state.Specialty, state.Practitioner);
        if (reasons.Count == 0)
        {
            return null;
        }

        var said = reasons.FirstOrDefault(reason =>
            heard.Reasons.Contains(reason.Id, StringComparer.Ordinal)
        );
        var isOpen = state is { ReasonAsked: true, Reason: null, ReasonUnknown: false };
        if (said is null && isOpen)
        {
            said = heard.Ordinal switch
            {
                -1 => reasons[^1],
                { } n when n <= reasons.Count => reasons[n - 1],
                _ => null,
            };
        }

        if (said is not null)
        {
            return said.Id == state.Reason
                ? null
                : state with
                {
                    Reason = said.Id,
                    ReasonUnknown = false,
                };
        }

        // « Je ne sais pas »: the longest visit is kept, so that it fits whatever it is.
        return isOpen && (heard.DoesNotKnow || heard.Answer == false)
            ? state with
            {
                ReasonUnknown = true,
            }
            : null;
    }

    public BookAppointmentState? When(BookAppointmentState state, Understanding heard)
    {
        if (_wishes.Next(state.Offered, state.Wish, heard) is { } wish)
        {
            return state with
            {
                Wish = wish,
                Chosen = null,
                Waiting = false,
                Recapitulated = false,
                // « Le premier » is now one of the two days.
                Offered = wish.IsInDoubt ? null : state.Offered,
            };
        }

        // Neither day, or yes to both.
        if (state.Wish is { IsInDoubt: true } && IsDayAsked(state) && heard.Answer is { } answer)
        {
            return answer ? state with { Misses = 0 } : state with { Wish = null };
        }

        return Trouble(state, heard) is null ? null : state with { Misses = 0 };
    }

    /// <summary>What is to be said of the day, as long as it is one to come on; of a date of birth, nothing.</summary>
    public Reply? Trouble(BookAppointmentState state, Understanding heard) =>
        state.IdentityAsked
            ? null
            : DayQuestions.Trouble(heard, state.Wish is null && IsDayAsked(state));

    /// <summary>Whether all is known that is asked before the day.</summary>
    private bool IsDayAsked(BookAppointmentState state) =>
        (state.Specialty ?? state.Practitioner) is not null
        && (
            state.Reason is not null
            || state.ReasonUnknown
            || clinic.ReasonsToAsk(state.Specialty, state.Practitioner).Count == 0
        );

    public BookAppointmentState? Choice(BookAppointmentState state, Understanding heard)
    {
        if (state.Offered is not { } offered)
        {
            return null;
        }

        var waits = heard.Asks(Intent.WaitingList) || (offered.Length == 0 && heard.Answer == true);
        if (waits && !state.Waiting)
        {
            return state with { Waiting = true, Chosen = null, Recapitulated = false };
        }

        var chosen = WantsOthers(state, heard) is null ? ChosenOf(offered, state, heard) : null;
        if (chosen is not null && chosen != state.Chosen)
        {
            return state with { Chosen = chosen, Waiting = false, Recapitulated = false };
        }

        // Understood, though it fills nothing: others are wanted, or yes to two.
        var isHeard =
            WantsOthers(state, heard) is not null
            || (heard.Answer == true && state.Chosen is null && !state.Waiting);
        return isHeard ? state with { Misses = 0 } : null;
    }

    public static BookAppointmentState? Name(BookAppointmentState state, Understanding heard)
    {
        // Once read back, a name is replaced only by somebody who says that it is wrong.
        var settled = state.Recapitulated && heard.Answer != false;
        if (heard.Name is { } name && name != state.Name && !settled)
        {
            return state with { Name = name, Recapitulated = false };
        }

        var answers =
            state is { IdentityAsked: true, Name: null }
            && (state.Chosen is not null || state.Waiting)
            && heard.Answer is not null;
        return answers ? state with { Misses = 0 } : null;
    }

    public static BookAppointmentState? BirthDate(
        BookAppointmentState state,
        Understanding heard
    ) =>
        heard.BirthDate is { } date && date != state.BirthDate
            ? state with
            {
                BirthDate = date,
                Recapitulated = false,
            }
            : null;

    public static BookAppointmentState? Phone(BookAppointmentState state, Understanding heard) =>
        heard.Phone is { } phone && phone != state.Phone
            ? state with
            {
                Phone = phone,
                Recapitulated = false,
            }
            : null;

    public static BookAppointmentState? Yes(BookAppointmentState state, Understanding heard) =>
        !state.Recapitulated ? null
        : heard.Answer == true ? state with { Confirmed = true }
        : heard.Answer == false || heard.Field is not null ? state with { Misses = 0 }
        : null;

    /// <summary>Which others are wanted in the place of the slots offered; null when a day, a time or one of them is said, or nothing was offered.</summary>
    public static Alternative? WantsOthers(BookAppointmentState state, Understanding heard) =>
        heard is { Specialty: null, Practitioner: null, Namesake: null }
            ? WantsOthers(state.Offered, state.Chosen is not null || state.Waiting, heard)
            : null;

    /// <summary>The same, whatever the slots were offered for.</summary>
    /// <param name="offered">The slots last said; null when none were.</param>
    /// <param name="isChosen">Whether one of them was taken, so that a bare no is about something else.</param>
    /// <param name="heard">What was said.</param>
    public static Alternative? WantsOthers(Slot[]? offered, bool isChosen, Understanding heard)
    {
        if (
            offered is null
            || heard.When is { HasDay: true }
            || heard.Ordinal is not null
            || heard.Clock is not null
            || heard.TheOther
        )
        {
            return null;
        }

        var isRefusal =
            heard.Answer == false && !isChosen && IsBare(heard) && !heard.Asks(Intent.WaitingList);
        return heard.Alternative ?? (isRefusal ? Alternative.Others : null);
    }

    /// <summary>Whether yes or no is all that was said.</summary>
    public static bool IsBare(Understanding heard) => (heard with { Answer = null }).IsEmpty;

    private Slot? ChosenOf(Slot[] offered, BookAppointmentState state, Understanding heard)
    {
        var accepted =
            heard.Answer == true && offered.Length == 1 && state.Chosen is null && !state.Waiting
                ? offered[0]
                : null;
        return text.ChosenAmong(offered, heard)
            ?? SlotText.TheOther(offered, state.Chosen, heard)
            ?? accepted;
    }
}
