using Microsoft.Extensions.Compliance.Classification;

namespace ChatbotSante.Redaction;

/// <summary>Marks what says nothing of a person: the name of a type, the key of a setting, a number of the clinic's own.</summary>
public sealed class OperationalDataAttribute() : DataClassificationAttribute(CareData.Operational);
