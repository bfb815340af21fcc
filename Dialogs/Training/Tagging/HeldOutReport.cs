using System.Text;
using ChatbotSante.Redaction;
using ChatbotSante.Training.Rendering;

namespace ChatbotSante.Training.Tagging;

/// <summary>What the weights do on messages of templates that they were not trained on.</summary>
internal sealed class HeldOutReport(Tagger tagger, MessageSampler heldOut)
{
    private const int MessagesOfEachStyle = 4000;
    private const int FailuresShown = 60;

    private readonly List<string> _failures = [];

    /// <summary>Some of the messages that leak or alarm: for who works on the grammar. Every message is invented.</summary>
    public IReadOnlyList<string> Failures => _failures;

    public string Write(ulong seed)
    {
        var text = new StringBuilder();
        var categories = new SortedDictionary<DataCategory, CoverageCount>();
        text.AppendLine(
            "| style | messages that leak | characters left uncovered | false alarms on clean messages |"
        );
        text.AppendLine("| --- | --- | --- | --- |");
        var all = new CoverageCount();
        foreach (var style in Enum.GetValues<MessageStyle>())
        {
            var count = new CoverageCount();
            var random = new SeededRandom(seed + (ulong)style);
            for (var i = 0; i < MessagesOfEachStyle; i++)
            {
                Measure(heldOut.Next(random, style), [count, all], categories);
            }

            text.AppendLine(Row(style.ToString(), count));
        }

        text.AppendLine(Row("all", all)).AppendLine();
        text.AppendLine("| category | spans | wholly covered | of the right category |");
        text.AppendLine("| --- | --- | --- | --- |");
        foreach (var (category, count) in categories)
        {
            text.AppendLine(
                FormattableString.Invariant(
                    $"| {category} | {count.Spans} | {count.CoveredSpans} | {count.NamedSpans} |"
                )
            );
        }

        return text.ToString();
    }

    private void Measure(
        RenderedMessage message,
        IReadOnlyList<CoverageCount> counts,
        SortedDictionary<DataCategory, CoverageCount> categories
    )
    {
        var found = TaggedText.Of(tagger, message.Text, message.Expected);
        var failed = false;
        foreach (var count in counts)
        {
            failed |= count.Add(message.Text, message.Spans, found);
        }

        foreach (var group in message.Spans.GroupBy(span => span.Category))
        {
            if (!categories.TryGetValue(group.Key, out var count))
            {
                categories[group.Key] = count = new CoverageCount();
            }

            count.Add(message.Text, [.. group], found);
        }

        if (failed && _failures.Count < FailuresShown)
        {
            _failures.Add(TaggedText.Marked(message.Text, message.Spans, found));
        }
    }

    private static string Row(string name, CoverageCount count) =>
        $"| {name} | {count.LeakingMessages} | {count.UncoveredCharacters} | {count.FalseAlarms} |";
}
