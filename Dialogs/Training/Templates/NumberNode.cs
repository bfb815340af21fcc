namespace ChatbotSante.Training.Templates;

/// <summary>A number between two, with so many decimals.</summary>
internal sealed record NumberNode(int Least, int Most, int Decimals) : TemplateNode;
