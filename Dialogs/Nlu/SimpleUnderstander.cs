using System.Collections.Immutable;
using ChatbotSante.Dialogs.Nlu.Dates;
using ChatbotSante.Dialogs.Nlu.Intents;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu;

/// <summary>
/// Wordings, the classifier of intents, the clinic's own vocabulary and how people ask, and the spans of the redaction engine, together.
/// </summary>
public sealed class SimpleUnderstander(
    ClinicVocabulary vocabulary,
    ClinicRequestReader requests,
    IntentRules rules,
    IntentReader reader,
    ActVocabulary acts
) : IUnderstander
{
    /// <summary>Fewest words from which the classifier is heard where no wording is: less is an answer, or noise.</summary>
    private const int LeastWords = 3;

    /// <summary>Where the classifier is less sure than this, a department or a practitioner named asks for an appointment.</summary>
    private const float Hesitates = 0.85f;

    private static readonly string BookLabel = IntentLabels.Of(Intent.BookAppointment);

    /// <inheritdoc />
    public Understanding Understand(
        FoldedText text,
        TextClassification classification,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(classification);
        if (text.Tokens.Length == 0)
        {
            return Understanding.Nothing;
        }

        var dated = PersonalWords.Blanked(text, classification);
        var request = requests.Read(text, dated, classification);
        var act = acts.ActIn(text);
        var alternative = BookingRules.AlternativeIn(text);
        var written = rules.Corrected(text);
        var wordings = rules.ReadCorrected(written);
        var (read, topics) = wordings;
        var intents = OfBooking(read, text, alternative);
        var verdict = reader.Read(written, wordings);
        verdict = AsksForAppointment(verdict, intents, request) ? Booking(verdict) : verdict;
        if (
            intents.All(IsCourtesy)
            && (request.IsOwn || (!request.IsEmpty && verdict.Label == BookLabel))
        )
        {
            intents = intents.Insert(0, Intent.BookAppointment);
        }

        var reference = today.ToDateTime(TimeOnly.MinValue);
        var dates = FrenchDateParser.Read(dated, reference);
        var when = DateWishes.Of(dates, reference);
        return new Understanding
        {
            Intents = intents,
            Verdict = verdict,
            Learned = Learned(read, verdict, written),
            Topics = topics,
            Act = act,
            Answer = AnswerRules.YesOrNo(text),
            Field = FieldRules.In(text),
            IsPlainNo = AnswerRules.IsPlainNo(text),
            DoesNotKnow = AnswerRules.DoesNotKnow(text),
            // « Ni le premier ni le deuxième » chooses none.
            Ordinal =
                alternative == Alternative.Others && text.HasWord("ni")
                    ? null
                    : AnswerRules.Ordinal(text),
            TheOther = AnswerRules.IsTheOther(text),
            // « Avant 15 h » is not 15 h.
            Clock = when is { HasWindow: true } and ({ Earliest: null } or { Latest: null })
                ? null
                : FrenchDateParser.ParseClock(dated),
            Specialty = request.Specialty,
            Practitioner = request.Practitioner,
            Namesake = request.Namesake,
            Reasons = vocabulary.ReasonsIn(text),
            Alternative = alternative,
            ForOther = BookingRules.IsForOther(text),
            ForSelf = BookingRules.IsForSelf(text),
            When = when,
            Weekday = dates.Weekday,
            DayTrouble = dates.Trouble,
            Existing = dates.Existing is { } existing ? DateWishes.Of(existing, reference) : null,
            Refuses = AnswerRules.Refuses(text),
            // « Finalement la liste d'attente », an insult, an order for the machine: nobody's name, though a name was asked for.
            Name =
                alternative is null && !intents.Any(IsNoName)
                    ? IdentityRules.Name(text, classification)
                    : null,
            BirthDate = IdentityRules.BirthDate(text, classification, today),
            Phone = IdentityRules.Phone(text, classification),
            Code = IdentityRules.Code(text, classification),
            Held = classification.Categories,
            Evident = Evident(classification),
        };
    }

    /// <summary>What the classifier is sure of where no wording says what is wanted.</summary>
    private Intent? Learned(ImmutableArray<Intent> read, IntentVerdict verdict, FoldedText written)
    {
        if (
            written.Tokens.Length < LeastWords
            || verdict.Score < reader.Threshold
            || IntentLabels.Find(verdict.Label) is not { } heard
            || heard
                is Intent.OutOfScope
                    or Intent.Greet
                    or Intent.Thanks
                    or Intent.Goodbye
                    or Intent.Back
                    or Intent.Repeat
                    or Intent.Abandon
        )
        {
            return null;
        }

        if (heard == Intent.CancelAppointment && IsKept(written))
        {
            return null;
        }

        // How one is after an operation or a stay is told to those who operated; how one is otherwise is for a physician.
        if (heard == Intent.FollowUpReport && !CareStay.IsSaid(written))
        {
            heard = Intent.MedicalAdvice;
        }

        return read.All(intent => IsCourtesy(intent) || intent == Intent.Help) ? heard : null;
    }

    /// <summary>A department or a practitioner named, and no other verb: an appointment is asked for, where the classifier hesitates.</summary>
    private static bool AsksForAppointment(
        IntentVerdict verdict,
        ImmutableArray<Intent> intents,
        ClinicRequest request
    ) =>
        !request.IsEmpty
        && verdict.Score < Hesitates
        && verdict.Label
            is "appointment.view"
                or "appointment.change"
                or "appointment.cancel"
                or "human"
                or "info.preparation"
                or "info.services"
                or "info.admission"
                or "info.visits"
                or "unknown"
        && intents.All(intent =>
            IsCourtesy(intent) || intent is Intent.BookAppointment or Intent.Help
        );

    private static IntentVerdict Booking(IntentVerdict verdict) =>
        verdict with
        {
            Label = BookLabel,
            Labels =
            [
                BookLabel,
                .. verdict.Labels.Where(label => label != verdict.Label && label != BookLabel),
            ],
        };

    /// <summary>« Je ne veux surtout pas annuler ».</summary>
    private static bool IsKept(FoldedText text)
    {
        for (var i = 1; i < text.Tokens.Length; i++)
        {
            if (
                text.At(i) is "annuler" or "supprimer" or "decommander"
                && (text.At(i - 1) is "pas" || text.At(i - 2) is "pas")
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNoName(Intent intent) => intent is Intent.WaitingList or >= Intent.Child;

    /// <summary>What the words of a booking say of the intents: a waiting list is one; « d'autres horaires » are slots, no opening hours.</summary>
    private static ImmutableArray<Intent> OfBooking(
        ImmutableArray<Intent> intents,
        FoldedText text,
        Alternative? alternative
    )
    {
        if (BookingRules.IsSomebodyElse(text))
        {
            intents = intents.Remove(Intent.Human);
        }

        if (alternative is not null && text.HasWord("autre", "autres"))
        {
            intents = intents.Remove(Intent.Hours);
        }

        return BookingRules.WantsToWait(text) ? intents.Insert(0, Intent.WaitingList) : intents;
    }

    private static bool IsCourtesy(Intent intent) =>
        intent is Intent.Greet or Intent.Thanks or Intent.Goodbye;

    private static CategorySet Evident(TextClassification classification)
    {
        var evident = CategorySet.None;
        foreach (var detection in classification.Detections)
        {
            evident =
                detection.Confidence > Confidence.Possible
                    ? evident.With(detection.Category)
                    : evident;
        }

        return evident;
    }
}
