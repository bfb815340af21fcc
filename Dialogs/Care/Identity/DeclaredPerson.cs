using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Care.Identity;

/// <summary>Who somebody says to be, and the number that is said to be on file: nothing of it is verified.</summary>
public sealed record DeclaredPerson(
    [property: IdentityData] PersonName Name,
    [property: IdentityData] BirthDate BirthDate,
    [property: IdentityData] PhoneNumber Phone
);
