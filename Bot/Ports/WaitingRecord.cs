using ChatbotSante.Dialogs.Nlu.Dates;
using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Ports;

/// <summary>A place on the waiting list, as it is sealed in <c>waiting_list</c>: what is waited for, and who waits.</summary>
internal sealed record WaitingRecord
{
    /// <summary>Identifier of the specialty; null when a practitioner was named.</summary>
    [HealthData]
    public string? Specialty { get; init; }

    /// <summary>Identifier of the practitioner; null for any of the specialty.</summary>
    [HealthData]
    public string? Practitioner { get; init; }

    public required DateWish When { get; init; }

    /// <summary>Free slots met the wish when it was noted: one that does now need not be new.</summary>
    public bool CouldChoose { get; init; }

    /// <summary>Who waits, and the visit reason.</summary>
    public required PartyRecord Party { get; init; }
}
