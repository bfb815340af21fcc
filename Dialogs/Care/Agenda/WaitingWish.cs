using ChatbotSante.Dialogs.Nlu.Dates;

namespace ChatbotSante.Dialogs.Care.Agenda;

/// <summary>What somebody on the waiting list waits for: identifiers of the clinic's file, and days.</summary>
/// <param name="Specialty">Identifier of the specialty; null when a practitioner was named.</param>
/// <param name="Practitioner">Identifier of the practitioner; null for any of the specialty.</param>
/// <param name="Reason">Identifier of the visit reason; null when none was asked.</param>
/// <param name="When">When.</param>
/// <param name="CouldChoose">Free slots met the wish when it was noted: one that does now need not be new.</param>
public sealed record WaitingWish(
    string? Specialty,
    string? Practitioner,
    string? Reason,
    DateWish When,
    bool CouldChoose
);
