using ChatbotSante.Redaction;
using ChatbotSante.Tests.Redaction.Evaluation;

namespace ChatbotSante.Benchmarks.Redaction;

/// <summary>A message as <c>redaction-peers/measure.js</c> reads it.</summary>
internal sealed record PeerMessage(string Text, IReadOnlyList<PeerSpan> Spans, bool Clean)
{
    public static PeerMessage Of(RenderedMessage message) =>
        new(
            message.Text,
            [
                .. message.Spans.Select(span => new PeerSpan(
                    span.Start,
                    span.End,
                    Score.DirectIdentifiers.Contains(span.Category!.Value),
                    DataCategories.IsHealth(span.Category.Value)
                )),
            ],
            message.Message.IsClean
        );
}
