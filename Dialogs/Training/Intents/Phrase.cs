using ChatbotSante.Training.Templates;

namespace ChatbotSante.Training.Intents;

/// <summary>One line of a label's file.</summary>
/// <param name="Label">Index of its label in the book.</param>
/// <param name="Group">Its number in the book: what is said of one line is never both learned from and measured on.</param>
/// <param name="Node">What may be said.</param>
internal sealed record Phrase(int Label, int Group, TemplateNode Node);
