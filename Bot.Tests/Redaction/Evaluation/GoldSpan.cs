using ChatbotSante.Redaction;

namespace ChatbotSante.Tests.Redaction.Evaluation;

/// <summary>What a reader has marked: UTF-16 offsets, end exclusive.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="End">After the last one.</param>
/// <param name="Category">What it is; null for a passage that people disagree about.</param>
internal readonly record struct GoldSpan(int Start, int End, DataCategory? Category);
