namespace ChatbotSante.Training.Templates;

/// <summary>One piece after the other.</summary>
internal sealed record SequenceNode(IReadOnlyList<TemplateNode> Parts) : TemplateNode;
