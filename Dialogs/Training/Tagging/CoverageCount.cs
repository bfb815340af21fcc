using ChatbotSante.Redaction;

namespace ChatbotSante.Training.Tagging;

/// <summary>Counts what a tagger covers of what messages hold.</summary>
internal sealed class CoverageCount
{
    private int _messages;
    private int _leaking;
    private int _clean;
    private int _alarms;
    private long _characters;
    private long _uncovered;

    public int Spans { get; private set; }

    /// <summary>Spans of which every letter and digit is under some detection, whatever its category.</summary>
    public int Covered { get; private set; }

    /// <summary>Spans that a detection of the same category touches.</summary>
    public int Named { get; private set; }

    public int Messages => _messages;

    public int CleanMessages => _clean;

    public string LeakingMessages => Share(_leaking, _messages);

    public string CoveredSpans => Share(Covered, Spans);

    public string NamedSpans => Share(Named, Spans);

    public string UncoveredCharacters => Share(_uncovered, _characters);

    public string FalseAlarms => Share(_alarms, _clean);

    /// <summary>Counts one message. Returns whether something of it leaked, or was a false alarm.</summary>
    public bool Add(string text, IReadOnlyList<Detection> gold, IReadOnlyList<Detection> found)
    {
        if (gold.Count == 0)
        {
            _clean++;
            _alarms += found.Count > 0 ? 1 : 0;
            return found.Count > 0;
        }

        _messages++;
        var leaks = false;
        foreach (var span in gold)
        {
            leaks |= !AddSpan(text, span, found);
        }

        _leaking += leaks ? 1 : 0;
        return leaks;
    }

    private bool AddSpan(string text, Detection span, IReadOnlyList<Detection> found)
    {
        Spans++;
        var missing = 0;
        for (var i = span.Start; i < span.End; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                _characters++;
                missing += found.Any(one => one.Start <= i && i < one.End) ? 0 : 1;
            }
        }

        _uncovered += missing;
        Covered += missing == 0 ? 1 : 0;
        Named += found.Any(one => one.Category == span.Category && one.Overlaps(span)) ? 1 : 0;
        return missing == 0;
    }

    private static string Share(long part, long whole) =>
        whole == 0 ? "–" : FormattableString.Invariant($"{100.0 * part / whole:0.0} %");
}
