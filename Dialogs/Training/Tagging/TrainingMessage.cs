using ChatbotSante.Redaction;
using ChatbotSante.Training.Rendering;

namespace ChatbotSante.Training.Tagging;

/// <summary>A message as the trainer sees it: the facts of its tokens, with empty ones at either end, and their labels.</summary>
internal sealed class TrainingMessage
{
    private TrainingMessage(TokenFacts[] facts, byte[] labels, uint question)
    {
        Facts = facts;
        Labels = labels;
        Question = question;
    }

    public TokenFacts[] Facts { get; }

    public byte[] Labels { get; }

    public uint Question { get; }

    public static TrainingMessage Of(RenderedMessage message, WordTable words)
    {
        var text = FoldedText.Of(message.Text);
        var tokens = text.Tokens;
        var facts = new TokenFacts[tokens.Length + (2 * TagFeatures.Reach)];
        Array.Fill(facts, new TokenFacts { Gap = TokenGap.Edge });
        var labels = new byte[tokens.Length];
        var caseSpeaks = TokenFactsReader.CaseSpeaks(text.Original);
        var span = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            facts[i + TagFeatures.Reach] = TokenFactsReader.Read(
                text.Original,
                text.Folded,
                tokens[i],
                i == 0 ? -1 : tokens[i - 1].End,
                caseSpeaks,
                words
            );
            while (span < message.Spans.Count && message.Spans[span].End <= tokens[i].Start)
            {
                span++;
            }

            if (span < message.Spans.Count && message.Spans[span].Start < tokens[i].End)
            {
                var starts = i == 0 || tokens[i - 1].End <= message.Spans[span].Start;
                var category = message.Spans[span].Category;
                labels[i] = (byte)(
                    starts ? TagLabels.Beginning(category) : TagLabels.Inside(category)
                );
            }
        }

        TokenFactsReader.ReadSentences(facts.AsSpan(TagFeatures.Reach, tokens.Length));
        return new TrainingMessage(facts, labels, TagFeatures.Question(message.Expected));
    }
}
