namespace ChatbotSante.Tests.Redaction.Evaluation;

/// <summary>A text of a corpus that is not ours, with what its makers marked.</summary>
/// <param name="Group">The part of the corpus it belongs to, such as the recogniser it was made for.</param>
/// <param name="Text">Its words.</param>
/// <param name="Spans">UTF-16 offsets, end exclusive, and the corpus' own label.</param>
internal sealed record ExternalText(
    string Group,
    string Text,
    IReadOnlyList<(int Start, int End, string Label)> Spans
);
