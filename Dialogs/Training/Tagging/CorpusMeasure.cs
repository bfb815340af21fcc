using System.Text;
using System.Text.Json;
using ChatbotSante.Redaction;

namespace ChatbotSante.Training.Tagging;

/// <summary>
/// What the weights do on public corpora that they were never trained on, in four ways of writing. Their labels are not ours:
/// the figures are there to compare one training with the next.
/// </summary>
internal sealed class CorpusMeasure(Tagger tagger)
{
    private const int LongestText = 3500;

    private static readonly (string File, string[] Types)[] Corpora =
    [
        ("wikineural_fr_val.jsonl", ["PER", "LOC"]),
        ("quaero_dev.jsonl", ["DISO", "CHEM", "PROC"]),
        ("e3c_fr_l1_train.jsonl", ["CLINENTITY"]),
        ("simsamu_dev.jsonl", ["PERSON", "LOCATION", "DIAGNOSIS", "DRUG"]),
        ("edsnlp_cases.jsonl", []),
    ];

    private static readonly (string Name, Func<string, string> Write)[] Ways =
    [
        ("as is", text => text),
        ("lower", text => text.ToLowerInvariant()),
        ("capitals", text => text.ToUpperInvariant()),
        (
            "no signs",
            text =>
                string.Concat(
                    text.ToLowerInvariant()
                        .Select(c => char.IsPunctuation(c) && c != '\'' ? ' ' : c)
                )
        ),
    ];

    /// <summary>Spans wholly covered, by corpus and type. Texts without a span of ours count as clean, which some are not.</summary>
    public string Write(string folder, int failuresShown)
    {
        var text = new StringBuilder();
        text.AppendLine(
            "| corpus | way | type | spans | wholly covered | characters left uncovered | alarms on texts without spans |"
        );
        text.AppendLine("| --- | --- | --- | --- | --- | --- | --- |");
        var failures = new List<string>();
        foreach (var (file, types) in Corpora)
        {
            var path = Path.Combine(folder, file);
            if (!File.Exists(path))
            {
                continue;
            }

            var examples = File.ReadLines(path)
                .Select(line => Read(line, types))
                .Where(one => one.Text.Length < LongestText)
                .ToList();
            foreach (var (name, write) in Ways)
            {
                var counts = new SortedDictionary<string, CoverageCount>(StringComparer.Ordinal);
                foreach (var (original, gold) in examples)
                {
                    Measure(
                        write(original),
                        original.Length,
                        gold,
                        counts,
                        name == "lower" ? failures : null,
                        failuresShown
                    );
                }

                foreach (var (type, count) in counts)
                {
                    text.AppendLine(
                        FormattableString.Invariant(
                            $"| {file} | {name} | {type} | {count.Spans} | {count.CoveredSpans} | {count.UncoveredCharacters} | {count.FalseAlarms} |"
                        )
                    );
                }
            }
        }

        foreach (var failure in failures)
        {
            text.AppendLine().Append(failure);
        }

        return text.ToString();
    }

    private void Measure(
        string text,
        int length,
        List<(int Start, int End, string Type)> gold,
        SortedDictionary<string, CoverageCount> counts,
        List<string>? failures,
        int failuresShown
    )
    {
        if (text.Length != length)
        {
            return;
        }

        var found = TaggedText.Of(tagger, text, CategorySet.None);
        foreach (var group in gold.GroupBy(span => span.Type, StringComparer.Ordinal))
        {
            var spans = group
                .Select(span => new Detection(
                    span.Start,
                    span.End - span.Start,
                    DataCategory.Date,
                    Confidence.Likely
                ))
                .ToList();
            if (
                Count(counts, group.Key).Add(text, spans, found)
                && failures is not null
                && failures.Count < failuresShown
            )
            {
                failures.Add($"{group.Key}: {TaggedText.Marked(text, spans, found)}");
            }
        }

        if (gold.Count == 0)
        {
            Count(counts, "none").Add(text, [], found);
        }
    }

    private static CoverageCount Count(SortedDictionary<string, CoverageCount> counts, string type)
    {
        if (!counts.TryGetValue(type, out var count))
        {
            counts[type] = count = new CoverageCount();
        }

        return count;
    }

    private static (string Text, List<(int Start, int End, string Type)> Spans) Read(
        string line,
        string[] types
    )
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var text = root.GetProperty("text").GetString()!;
        var spans = new List<(int Start, int End, string Type)>();
        if (types.Length == 0)
        {
            foreach (var pair in root.GetProperty("expected").EnumerateArray())
            {
                spans.Add(
                    (
                        pair[0].GetInt32(),
                        Math.Min(text.Length, pair[1].GetInt32()),
                        root.GetProperty("recognizer").GetString()!
                    )
                );
            }

            return (text, spans);
        }

        foreach (var entity in root.GetProperty("entities").EnumerateArray())
        {
            var type = entity.GetProperty("type").GetString()!;
            if (types.Contains(type, StringComparer.Ordinal))
            {
                spans.Add(
                    (
                        entity.GetProperty("start").GetInt32(),
                        entity.GetProperty("end").GetInt32(),
                        type
                    )
                );
            }
        }

        return (text, spans);
    }
}
