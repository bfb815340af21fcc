using Microsoft.Extensions.Compliance.Classification;

namespace ChatbotSante.Redaction;

/// <summary>Marks what says something of a person's health (degree S2 or S3).</summary>
public sealed class HealthDataAttribute() : DataClassificationAttribute(CareData.Health);
