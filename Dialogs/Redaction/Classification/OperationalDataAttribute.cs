using Microsoft.Extensions.Compliance.Classification;

namespace ChatbotSante.Redaction;

/// <summary>Marks what says nothing of a person: a type's name, a setting, a count. Logged as it is.</summary>
public sealed class OperationalDataAttribute() : DataClassificationAttribute(CareData.Operational);
