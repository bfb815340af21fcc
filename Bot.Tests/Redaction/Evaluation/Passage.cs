using ChatbotSante.Redaction;

namespace ChatbotSante.Tests.Redaction.Evaluation;

/// <summary>A stretch of a labelled message.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Category">What it is; null for words that say nothing of anybody.</param>
/// <param name="IsOpen">Whether people disagree about it: found or not, it counts for nothing.</param>
internal readonly record struct Passage(string Text, DataCategory? Category, bool IsOpen);
