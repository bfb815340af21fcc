using System.Diagnostics;
using System.Text;
using ChatbotSante.Redaction;
using ChatbotSante.Training.Rendering;

namespace ChatbotSante.Training.Tagging;

/// <summary>What the weights do on messages of templates that they were not trained on.</summary>
internal sealed class HeldOutReport(Tagger tagger, MessageSampler heldOut)
{
    private const int MessagesOfEachStyle = 4000;
    private const int FailuresShown = 60;
    private const int SpeedRounds = 7;

    private readonly List<string> _failures = [];

    /// <summary>Some of the messages that leak or alarm: for who works on the grammar. Every message is invented.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>What a token costs, folding and splitting not counted.</summary>
    public double MicrosecondsPerToken { get; private set; }

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

        MicrosecondsPerToken = Speed(seed);
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

    private double Speed(ulong seed)
    {
        var random = new SeededRandom(seed);
        var messages = Enumerable
            .Range(0, MessagesOfEachStyle)
            .Select(_ => FoldedText.Of(heldOut.Next(random).Text))
            .ToList();
        var found = new List<Detection>(64);
        var ticks = 0L;
        for (var round = 0; round < SpeedRounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            foreach (var message in messages)
            {
                found.Clear();
                tagger.Tag(
                    message.Original,
                    message.Folded,
                    message.Tokens.AsSpan(),
                    CategorySet.None,
                    found
                );
            }

            var taken = Stopwatch.GetTimestamp() - start;
            ticks = round == 0 ? taken : Math.Min(ticks, taken);
        }

        return Stopwatch.GetElapsedTime(0, ticks).TotalMicroseconds
            / messages.Sum(message => message.Tokens.Length);
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
