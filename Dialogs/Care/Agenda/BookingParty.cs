using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Care.Agenda;

/// <summary>Who an appointment is for, as declared: provisional until a secretary matches it (decision 6).</summary>
public sealed record BookingParty(
    [property: IdentityData] PersonName Name,
    [property: IdentityData] BirthDate BirthDate,
    [property: IdentityData] PhoneNumber Phone,
    bool ForOther
);
