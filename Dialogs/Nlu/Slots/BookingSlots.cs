using ChatbotSante.Dialogs.Nlu.Dates;

namespace ChatbotSante.Dialogs.Nlu.Slots;

/// <summary>What a request for an appointment holds.</summary>
public sealed record BookingSlots
{
    /// <summary>Name of the department asked for, of <c>Content/fr-FR/lexicon/soins.yml</c>; null when none was said.</summary>
    public string? Specialty { get; init; }

    /// <summary>Surname of a practitioner of the clinic, as its file writes it; null when none was named.</summary>
    public string? Practitioner { get; init; }

    /// <summary>When; null for no wish.</summary>
    public DateExpression? Date { get; init; }

    /// <summary>Whether a why was said.</summary>
    public bool ReasonPresent { get; init; }

    /// <summary>Whether it is for somebody else, or for somebody else too.</summary>
    public bool ForOther { get; init; }

    /// <summary>Whether something said was taken back: the others hold what is left.</summary>
    public bool Correction { get; init; }
}
