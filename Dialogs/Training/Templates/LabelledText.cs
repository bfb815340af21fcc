using System.Text;
using ChatbotSante.Redaction;

namespace ChatbotSante.Training.Templates;

/// <summary>Text under construction that knows, for each character, which span it belongs to.</summary>
internal sealed class LabelledText
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _spans = [];
    private readonly List<DataCategory> _categories = [];
    private int _open;
    private int _muted;

    public int Length => _text.Length;

    /// <summary>Category of each span; the first span is number 1.</summary>
    public IReadOnlyList<DataCategory> Categories => _categories;

    public char this[int index] => _text[index];

    /// <summary>Number of the span at a character; 0 outside.</summary>
    public int SpanAt(int index) => _spans[index];

    public void Append(ReadOnlySpan<char> text)
    {
        _text.Append(text);
        for (var i = 0; i < text.Length; i++)
        {
            _spans.Add(_open);
        }
    }

    /// <summary>Opens a span. False when one is open already: the outer one has the text.</summary>
    public bool TryOpen(DataCategory category)
    {
        if (_open != 0 || _muted > 0)
        {
            return false;
        }

        _categories.Add(category);
        _open = _categories.Count;
        return true;
    }

    public void Close() => _open = 0;

    /// <summary>Until it is called with false, no span opens.</summary>
    public void Mute(bool on) => _muted += on ? 1 : -1;

    /// <summary>Puts text before what was written from a place on, outside any span that opened there.</summary>
    public void Insert(int at, string text)
    {
        _text.Insert(at, text);
        _spans.InsertRange(at, Enumerable.Repeat(_open, text.Length));
    }

    /// <summary>Appends another text and its spans.</summary>
    public void Append(LabelledText other)
    {
        var offset = _categories.Count;
        _categories.AddRange(other._categories);
        _text.Append(other._text);
        _spans.AddRange(other._spans.Select(span => span == 0 ? 0 : span + offset));
    }

    public override string ToString() => _text.ToString();
}
