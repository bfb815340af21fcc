using ChatbotSante.Redaction;

namespace ChatbotSante.Training.Templates;

/// <summary>One way to say a rule.</summary>
internal sealed record Alternative(TemplateNode Node, Gender Gender, DataCategory? Category);
