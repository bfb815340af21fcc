using ChatbotSante.Redaction;

namespace ChatbotSante.Training.Rendering;

/// <summary>A message as it comes in, and what it holds.</summary>
internal sealed record RenderedMessage(
    string Text,
    MessageStyle Style,
    CategorySet Expected,
    bool IsClean,
    IReadOnlyList<Detection> Spans
);
