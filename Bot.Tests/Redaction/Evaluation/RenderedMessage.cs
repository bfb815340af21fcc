using System.Collections.Immutable;

namespace ChatbotSante.Tests.Redaction.Evaluation;

/// <summary>A message as it reads in one condition.</summary>
/// <param name="Message">Where it comes from.</param>
/// <param name="Text">Its words in this condition.</param>
/// <param name="Spans">What is to be hidden in them, in order, not overlapping.</param>
/// <param name="OpenSpans">What may be hidden or not.</param>
internal sealed record RenderedMessage(
    LabelledMessage Message,
    string Text,
    ImmutableArray<GoldSpan> Spans,
    ImmutableArray<GoldSpan> OpenSpans
);
