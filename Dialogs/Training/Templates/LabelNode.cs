using ChatbotSante.Redaction;

namespace ChatbotSante.Training.Templates;

/// <summary>What a span covers.</summary>
internal sealed record LabelNode(DataCategory Category, TemplateNode Inner) : TemplateNode;
