namespace ChatbotSante.Training.Templates;

/// <summary>Words as they are.</summary>
internal sealed record LiteralNode(string Text) : TemplateNode;
