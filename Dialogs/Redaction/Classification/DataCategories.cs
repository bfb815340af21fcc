namespace ChatbotSante.Redaction;

/// <summary>Names of the categories, for files and for readers.</summary>
public static class DataCategories
{
    /// <summary>The name used in files and on the wire: <c>FILE_NUMBER</c>.</summary>
    public static string CodeOf(DataCategory category) =>
        category switch
        {
            DataCategory.Name => "NAME",
            DataCategory.BirthDate => "BIRTHDATE",
            DataCategory.Nir => "NIR",
            DataCategory.Ins => "INS",
            DataCategory.FileNumber => "FILE_NUMBER",
            DataCategory.Phone => "PHONE",
            DataCategory.Email => "EMAIL",
            DataCategory.Address => "ADDRESS",
            DataCategory.Location => "LOCATION",
            DataCategory.Iban => "IBAN",
            DataCategory.Card => "CARD",
            DataCategory.IdDocument => "ID_DOCUMENT",
            DataCategory.Online => "ONLINE",
            DataCategory.Plate => "PLATE",
            DataCategory.Secret => "SECRET",
            DataCategory.Age => "AGE",
            DataCategory.ProId => "PRO_ID",
            DataCategory.InsurerId => "INSURER_ID",
            DataCategory.Date => "DATE",
            DataCategory.Symptom => "SYMPTOM",
            DataCategory.Condition => "CONDITION",
            DataCategory.Drug => "DRUG",
            DataCategory.Dose => "DOSE",
            DataCategory.Procedure => "PROCEDURE",
            DataCategory.Result => "RESULT",
            DataCategory.Measure => "MEASURE",
            DataCategory.Pregnancy => "PREGNANCY",
            DataCategory.Mental => "MENTAL",
            DataCategory.Substance => "SUBSTANCE",
            DataCategory.Allergy => "ALLERGY",
            DataCategory.Disability => "DISABILITY",
            _ => throw new ArgumentOutOfRangeException(nameof(category)),
        };

    /// <summary>Whether the category is of health, and not of identity.</summary>
    public static bool IsHealth(DataCategory category) => category >= DataCategory.Symptom;
}
