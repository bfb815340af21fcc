namespace ChatbotSante.Training.Templates;

/// <summary>A rule, after an article that agrees with it; without its spans where it is said of nobody.</summary>
internal sealed record RuleNode(string Article, string Rule, bool IsOfNobody) : TemplateNode;
