namespace ChatbotSante.Redaction;

/// <summary>What a piece of text is about. Identity first, health after <see cref="Symptom"/>.</summary>
/// <remarks>The numbers are stored in permits and must never change; new categories go at the end of their group.</remarks>
public enum DataCategory
{
    /// <summary>Surname or first name of a patient, a relative, a member of staff.</summary>
    Name = 0,
    BirthDate = 1,

    /// <summary>French social-security number.</summary>
    Nir = 2,
    Ins = 3,

    /// <summary>IPP, NDA, file, invoice or request number.</summary>
    FileNumber = 4,
    Phone = 5,
    Email = 6,
    Address = 7,
    Location = 8,
    Iban = 9,
    Card = 10,
    IdDocument = 11,
    Online = 12,
    Plate = 13,
    Secret = 14,
    Age = 15,

    /// <summary>RPPS, ADELI, FINESS.</summary>
    ProId = 16,
    InsurerId = 17,

    /// <summary>Any other date: appointment, onset, care.</summary>
    Date = 18,
    Symptom = 32,
    Condition = 33,
    Drug = 34,
    Dose = 35,
    Procedure = 36,
    Result = 37,
    Measure = 38,
    Pregnancy = 39,
    Mental = 40,
    Substance = 41,
    Allergy = 42,
    Disability = 43,
}
