using Microsoft.Extensions.Compliance.Classification;

namespace ChatbotSante.Redaction;

/// <summary>Marks what identifies a person (degree S1).</summary>
public sealed class IdentityDataAttribute() : DataClassificationAttribute(CareData.Identity);
