using System.Runtime.InteropServices;
using System.Text;

namespace ChatbotSante.Redaction;

/// <summary>
/// What one text holds. Made once and used again for text after text: the spans are those of the last one. For one thread at a time;
/// keeps no text.
/// </summary>
public sealed class RedactionResult
{
    /// <summary>Buffers longer than this are let go after the text that needed them.</summary>
    private const int KeptLength = 1 << 16;

    private readonly List<Detection> _found = [];

    /// <summary>In order of appearance, apart from each other.</summary>
    public ReadOnlySpan<Detection> Spans => CollectionsMarshal.AsSpan(_found);

    /// <summary>Every category found.</summary>
    public CategorySet Categories { get; private set; }

    public SensitivityDegree Degree { get; private set; }

    public bool IsClean => _found.Count == 0;

    /// <summary>Whether the text says who somebody is.</summary>
    public bool HasIdentity => !Categories.Except(CategorySet.Health).IsEmpty;

    /// <summary>Whether the text says something of somebody's health.</summary>
    public bool HasHealth => Categories.Overlaps(CategorySet.Health);

    internal List<Detection> Found => _found;

    internal List<NumberAtom> Atoms { get; } = [];

    internal char[] Folded { get; private set; } = [];

    internal TextToken[] Tokens = [];

    internal WordInfo[] Words { get; private set; } = [];

    internal bool[] Taken { get; private set; } = [];

    internal bool[] Clean { get; private set; } = [];

    internal SentenceTraits[] Sentences { get; private set; } = [];

    /// <summary>Copies of the spans, for who keeps them.</summary>
    public IReadOnlyList<Detection> ToList() => [.. _found];

    /// <summary>The text with every span replaced.</summary>
    /// <param name="text">The text that was analysed; another one gives nonsense.</param>
    /// <param name="style">What stands in the place of a span.</param>
    /// <exception cref="ArgumentException">The text is shorter than what was analysed.</exception>
    public string Redact(ReadOnlySpan<char> text, RedactionStyle style = RedactionStyle.Placeholder)
    {
        if (_found.Count > 0 && _found[^1].End > text.Length)
        {
            throw new ArgumentException("This is not the text that was analysed.", nameof(text));
        }

        var redacted = new StringBuilder(text.Length + 32);
        var at = 0;
        foreach (var span in _found)
        {
            redacted.Append(text[at..span.Start]);
            AppendTo(redacted, span, style);
            at = span.End;
        }

        return redacted.Append(text[at..]).ToString();
    }

    internal static void AppendTo(StringBuilder redacted, Detection span, RedactionStyle style)
    {
        if (style == RedactionStyle.Mask)
        {
            redacted.Append('\u2588', span.Length);
            return;
        }

        redacted.Append(Placeholder.Of(span.Category));
    }

    internal void Begin(int length)
    {
        _found.Clear();
        Categories = CategorySet.None;
        Degree = SensitivityDegree.S0;
        if (Folded.Length < length)
        {
            Folded = new char[Grown(length)];
        }
    }

    internal void BeginTokens(int count)
    {
        if (Words.Length >= count)
        {
            return;
        }

        Words = new WordInfo[Grown(count)];
        Taken = new bool[Words.Length];
        Clean = new bool[Words.Length];
        Sentences = new SentenceTraits[Words.Length];
    }

    internal void End(CategorySet categories, bool isSensitive)
    {
        Categories = categories;
        Degree = Degrees.Of(categories, isSensitive);
    }

    /// <summary>Leaves nothing of the text behind.</summary>
    internal void Forget(int length)
    {
        if (Folded.Length > KeptLength)
        {
            Folded = [];
            Tokens = [];
            Words = [];
            Taken = [];
            Clean = [];
            Sentences = [];
            Atoms.Capacity = 0;
            return;
        }

        Folded.AsSpan(0, length).Clear();
    }

    private static int Grown(int length) =>
        Math.Max(256, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)length));
}
