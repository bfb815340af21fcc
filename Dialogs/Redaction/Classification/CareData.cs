using Microsoft.Extensions.Compliance.Classification;

namespace ChatbotSante.Redaction;

/// <summary>The classes of data that log redaction tells apart.</summary>
public static class CareData
{
    /// <summary>The taxonomy's name, as Microsoft.Extensions.Compliance wants one.</summary>
    public const string Taxonomy = "CareData";

    /// <summary>Identifies a person.</summary>
    public static DataClassification Identity => new(Taxonomy, nameof(Identity));

    /// <summary>Says something of a person's health.</summary>
    public static DataClassification Health => new(Taxonomy, nameof(Health));

    /// <summary>Says nothing of a person.</summary>
    public static DataClassification Operational => new(Taxonomy, nameof(Operational));
}
