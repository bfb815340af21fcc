using ChatbotSante.Redaction;

namespace ChatbotSante.Tests.Redaction.Evaluation;

/// <summary>What was measured on one set in one condition. A span is covered when each of its code units is redacted, under whatever category.</summary>
internal sealed class Score
{
    /// <summary>What names or reaches a person by itself. Towns, ages and other dates do not.</summary>
    public static CategorySet DirectIdentifiers { get; } =
        CategorySet.Of(
            DataCategory.Name,
            DataCategory.BirthDate,
            DataCategory.Nir,
            DataCategory.Ins,
            DataCategory.FileNumber,
            DataCategory.Phone,
            DataCategory.Email,
            DataCategory.Address,
            DataCategory.Iban,
            DataCategory.Card,
            DataCategory.IdDocument,
            DataCategory.Online,
            DataCategory.Plate,
            DataCategory.Secret,
            DataCategory.ProId,
            DataCategory.InsurerId
        );

    private readonly Dictionary<DataCategory, Wilson> _spans = [];
    private readonly Dictionary<DataCategory, Wilson> _characters = [];

    /// <summary>Messages with something to hide, of which something shows.</summary>
    public Wilson Leaks { get; private set; }

    /// <summary>Code units to be hidden that show.</summary>
    public Wilson LeakedCharacters { get; private set; }

    /// <summary>Messages with a direct identifier, all of them covered.</summary>
    public Wilson DirectCovered { get; private set; }

    /// <summary>Messages that speak of health, and were said to.</summary>
    public Wilson HealthFound { get; private set; }

    /// <summary>Code units about health that were covered.</summary>
    public Wilson HealthCharacters { get; private set; }

    /// <summary>Clean messages of which something was redacted, or that were said to hold identity or health.</summary>
    public Wilson FalseAlarms { get; private set; }

    /// <summary>Code units redacted in messages that are not clean, which no mark covers.</summary>
    public Wilson Excess { get; private set; }

    /// <summary>Messages whose degree is right.</summary>
    public Wilson Degrees { get; private set; }

    /// <summary>Messages whose degree is lower than it should be.</summary>
    public Wilson DegreesTooLow { get; private set; }

    /// <summary>Spans of each category, and how many are covered.</summary>
    public IReadOnlyDictionary<DataCategory, Wilson> Spans => _spans;

    /// <summary>Code units of each category, and how many are covered.</summary>
    public IReadOnlyDictionary<DataCategory, Wilson> Characters => _characters;

    /// <summary>Adds one message.</summary>
    /// <returns>The spans of it that show; for a clean message, nothing.</returns>
    public IReadOnlyList<GoldSpan> Add(RenderedMessage message, Finding finding)
    {
        var covered = Covered(message.Text.Length, finding);
        AddDegree(message, finding);
        if (message.Message.IsClean)
        {
            var isAlarm =
                finding.Spans.Any(s =>
                    !message.OpenSpans.Any(o => s.Start < o.End && o.Start < s.End)
                ) || (message.OpenSpans.IsEmpty && (finding.HasIdentity || finding.HasHealth));
            FalseAlarms += One(isAlarm);
            return [];
        }

        var showing = new List<GoldSpan>();
        foreach (var span in message.Spans)
        {
            var hidden = covered.AsSpan(span.Start, span.End - span.Start).Count(true);
            var all = new Wilson(hidden, span.End - span.Start);
            var isCovered = hidden == span.End - span.Start;
            Add(_spans, span.Category!.Value, One(isCovered));
            Add(_characters, span.Category.Value, all);
            LeakedCharacters += new Wilson(all.Cases - all.Hits, all.Cases);
            HealthCharacters += span.Category >= DataCategory.Symptom ? all : default;
            if (!isCovered)
            {
                showing.Add(span);
            }
        }

        Leaks += One(showing.Count > 0);
        if (message.Spans.Any(s => DirectIdentifiers.Contains(s.Category!.Value)))
        {
            DirectCovered += One(!showing.Any(s => DirectIdentifiers.Contains(s.Category!.Value)));
        }

        if (message.Message.HasHealth && message.Spans.Any(s => s.Category >= DataCategory.Symptom))
        {
            HealthFound += One(finding.HasHealth);
        }

        foreach (var span in message.Spans.Concat(message.OpenSpans))
        {
            covered.AsSpan(span.Start, span.End - span.Start).Clear();
        }

        Excess += new Wilson(covered.AsSpan().Count(true), message.Text.Length);
        return showing;
    }

    private static bool[] Covered(int length, Finding finding)
    {
        var covered = new bool[length];
        foreach (var span in finding.Spans)
        {
            covered.AsSpan(span.Start, span.Length).Fill(true);
        }

        return covered;
    }

    private void AddDegree(RenderedMessage message, Finding finding)
    {
        if (finding.Degree is { } degree && !message.Message.IsDegreeOpen)
        {
            Degrees += One(degree == message.Message.Degree);
            DegreesTooLow += One(degree < message.Message.Degree);
        }
    }

    private static Wilson One(bool isHit) => new(isHit ? 1 : 0, 1);

    private static void Add(
        Dictionary<DataCategory, Wilson> to,
        DataCategory category,
        Wilson more
    ) => to[category] = to.GetValueOrDefault(category) + more;
}
