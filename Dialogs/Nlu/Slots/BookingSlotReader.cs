using ChatbotSante.Dialogs.Nlu.Dates;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Slots;

/// <summary>Reads the slots of a request for an appointment.</summary>
public sealed class BookingSlotReader
{
    private readonly SpecialtyLexicon _specialties;
    private readonly PractitionerNames _practitioners;
    private readonly PhraseIndex<bool> _reasons;

    /// <param name="specialties">The departments.</param>
    /// <param name="practitioners">The clinic's practitioners.</param>
    /// <param name="reasons">What says why, in the notation of <see cref="PhrasePattern"/>.</param>
    /// <exception cref="FormatException">A wording is not in the notation.</exception>
    public BookingSlotReader(
        SpecialtyLexicon specialties,
        PractitionerNames practitioners,
        IEnumerable<string> reasons
    )
    {
        _specialties = specialties;
        _practitioners = practitioners;
        _reasons = new PhraseIndex<bool>([
            .. reasons.Select(phrase => (new PhrasePattern(phrase), true)),
        ]);
    }

    /// <summary>What a message says of a request.</summary>
    /// <param name="text">The message.</param>
    /// <param name="classification">What of it is personal: telephone numbers and dates of birth are no wish.</param>
    /// <param name="reference">The clinic's wall clock.</param>
    public BookingSlots Read(FoldedText text, TextClassification classification, DateTime reference)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(classification);
        var slots = Read(text, reference);
        var blanked = PersonalWords.Blanked(text, classification);
        return ReferenceEquals(blanked, text)
            ? slots
            : slots with
            {
                Date = FrenchDateParser.Read(blanked, reference).Expression,
            };
    }

    /// <summary>What a message says of a request.</summary>
    /// <param name="text">The message.</param>
    /// <param name="reference">The clinic's wall clock.</param>
    public BookingSlots Read(FoldedText text, DateTime reference)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spelled = _specialties.Spelled(text);
        var mentions = _specialties.In(spelled);
        return new BookingSlots
        {
            Specialty = SpecialtyChoice.Of(spelled, mentions),
            Practitioner = _practitioners.In(text),
            Date = FrenchDateParser.Read(text, reference).Expression,
            // A reason may be a word that the departments' spelling takes for one of theirs.
            ReasonPresent =
                HasReason(spelled, mentions)
                || (!ReferenceEquals(spelled, text) && HasReason(text, mentions)),
            ForOther = RelativeRules.IsForOther(text),
            Correction = CorrectionRules.IsCorrected(
                spelled,
                mentions,
                _practitioners.Places(text)
            ),
        };
    }

    /// <summary>The department asked for, and all that are said, refused or not.</summary>
    internal (string? Chosen, List<SpecialtyMention> All) Specialties(FoldedText text)
    {
        var spelled = _specialties.Spelled(text);
        var mentions = _specialties.In(spelled);
        return (SpecialtyChoice.Of(spelled, mentions), mentions);
    }

    /// <summary>The last practitioner named, of those not refused.</summary>
    internal PractitionerMention? Practitioner(FoldedText text) => _practitioners.MentionIn(text);

    /// <summary>Whether a practitioner is named, refused or not.</summary>
    internal bool NamesPractitioner(FoldedText text) => _practitioners.Places(text).Count > 0;

    /// <summary>The departments that a name of the clinic's file is the name of.</summary>
    internal IEnumerable<string> DepartmentsOf(string name) =>
        _specialties.Written(FoldedText.Of(name)).Select(mention => mention.Specialty);

    /// <summary>Whether a why is said, outside the words of a department: « pour un fond d'œil » is an exam, no reason.</summary>
    private bool HasReason(FoldedText text, List<SpecialtyMention> mentions)
    {
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            var covered = i;
            foreach (var mention in mentions)
            {
                covered = i >= mention.First && i < mention.Next ? mention.Next : covered;
            }

            if (
                PurposeRules.IsBecause(text, i)
                || PurposeRules.IsCheck(text, i)
                || PurposeRules.IsComplaint(text, i)
                || PurposeRules.IsOwnTrouble(text, i, mentions)
                || (covered == i && PurposeRules.IsPurpose(text, i, mentions))
            )
            {
                return true;
            }

            // « Une IRM de mon genou » is an exam.
            if (text.At(i - 1) is "de" && text.At(i) is "mon" or "ma" or "mes" or "son" or "sa")
            {
                continue;
            }

            if (
                Stands(_reasons.ByWord(text, i), text, (i, covered))
                || Stands(_reasons.ByBeginning(text, i), text, (i, covered))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool Stands(
        ReadOnlySpan<(PhrasePattern Pattern, bool Meaning)> phrases,
        FoldedText text,
        (int At, int Covered) place
    )
    {
        foreach (var (pattern, _) in phrases)
        {
            if (pattern.EndAt(text, place.At) > place.Covered)
            {
                return true;
            }
        }

        return false;
    }
}
