using System.Collections.Immutable;
using ChatbotSante.Redaction;

namespace ChatbotSante.Tests.Redaction.Evaluation;

/// <summary>Plays sets in conditions through a redactor and keeps the scores.</summary>
internal sealed class EvaluationRun(Func<string, CategorySet, bool, Finding> redact)
{
    private readonly Dictionary<(string Set, Condition Condition), Score> _scores = [];
    private readonly List<string> _failures = [];

    public static ImmutableArray<Condition> Conditions { get; } = [.. Enum.GetValues<Condition>()];

    /// <summary>What showed or was redacted in vain in the development sets; never anything of a held-out set.</summary>
    public IReadOnlyList<string> Failures => _failures;

    public Score this[string set, Condition condition] => _scores[(set, condition)];

    /// <summary>The conditions that a set is written down in.</summary>
    /// <remarks>A transcription has no capitals nor punctuation to lose, and nobody reads a pasted document aloud.</remarks>
    public static IEnumerable<Condition> ConditionsOf(string set) =>
        set.EndsWith("speech", StringComparison.Ordinal)
            ? [Condition.Original, Condition.NoAccents, Condition.Capitals]
        : set.EndsWith("documents", StringComparison.Ordinal)
            ? Conditions.Where(c => c != Condition.Speech)
        : Conditions;

    /// <summary>Plays a set of <see cref="LabelledCorpus"/> in each of its conditions.</summary>
    public void Play(string set)
    {
        foreach (var condition in ConditionsOf(set))
        {
            _scores.Add((set, condition), Play(set, LabelledCorpus.Read(set), condition));
        }
    }

    /// <summary>Plays some messages of a set in one condition.</summary>
    public Score Play(string set, IEnumerable<LabelledMessage> messages, Condition condition)
    {
        var score = new Score();
        var isSpeech =
            condition == Condition.Speech || set.EndsWith("speech", StringComparison.Ordinal);
        foreach (var message in messages)
        {
            var rendered = ConditionRenderer.Render(message, condition);
            var finding = redact(rendered.Text, message.Asked, isSpeech);
            var showing = score.Add(rendered, finding);
            if (set.StartsWith("dev", StringComparison.Ordinal))
            {
                Note(rendered, condition, finding, showing);
            }
        }

        return score;
    }

    private void Note(
        RenderedMessage rendered,
        Condition condition,
        Finding finding,
        IReadOnlyList<GoldSpan> showing
    )
    {
        var text = rendered.Text.Replace("\n", "\\n", StringComparison.Ordinal);
        if (rendered.Message.IsClean && finding.Spans.Count > 0)
        {
            var found = finding.Spans.Select(s =>
                $"{CategoryName.Of(s.Category)}:{rendered.Text.Substring(s.Start, s.Length)}"
            );
            _failures.Add(
                $"alarm\t{rendered.Message.Id}\t{condition}\t{string.Join(" | ", found)}\t{text}"
            );
        }
        else if (showing.Count > 0)
        {
            var shown = showing.Select(s =>
                $"{CategoryName.Of(s.Category!.Value)}:{rendered.Text[s.Start..s.End]}"
            );
            _failures.Add(
                $"leak\t{rendered.Message.Id}\t{condition}\t{string.Join(" | ", shown)}\t{text}"
            );
        }
    }
}
