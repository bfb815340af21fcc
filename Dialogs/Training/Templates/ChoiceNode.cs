namespace ChatbotSante.Training.Templates;

/// <summary>One of several.</summary>
internal sealed record ChoiceNode(IReadOnlyList<TemplateNode> Options) : TemplateNode;
