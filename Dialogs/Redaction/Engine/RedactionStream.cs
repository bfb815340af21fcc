using System.Text;

namespace ChatbotSante.Redaction;

/// <summary>
/// Redacts text that arrives in pieces, as a speech recogniser gives it: what is given out is final, and the tail that could still
/// grow into an identifier is held back. For one stream and one thread.
/// </summary>
/// <remarks>
/// What is held is bounded: a span that reaches <see cref="MaxHeldLength"/> is given out hidden as far as it goes. Nothing is taken for
/// a mere question before the end, since the next word may say whose it is.
/// </remarks>
public sealed class RedactionStream
{
    /// <summary>Most text held back, in UTF-16 code units.</summary>
    public const int MaxHeldLength = 2000;

    /// <summary>How much of the end is always held: longer than any turn of phrase that a detector looks ahead for.</summary>
    private const int TailLength = 240;

    /// <summary>How much of what was given out is read again, for the words that announce what follows.</summary>
    private const int ContextLength = 240;

    private readonly RedactionEngine _engine;
    private readonly RedactionContext _context;
    private readonly RedactionStyle _style;
    private readonly RedactionResult _result = new();
    private readonly StringBuilder _given = new();

    /// <summary>Text not yet forgotten: what was given out of late, for context, and what is held.</summary>
    private readonly StringBuilder _text = new();

    /// <summary>Where what is held begins in <see cref="_text"/>.</summary>
    private int _held;

    public RedactionStream(
        RedactionEngine engine,
        in RedactionContext context,
        RedactionStyle style = RedactionStyle.Placeholder
    )
    {
        ArgumentNullException.ThrowIfNull(engine);
        _engine = engine;
        _context = context;
        _style = style;
    }

    /// <summary>How much text is held back.</summary>
    public int HeldLength => _text.Length - _held;

    /// <summary>Takes the next piece.</summary>
    /// <param name="piece">What follows all pieces before it; it may end inside a word.</param>
    /// <returns>What can be given out now, redacted; often nothing.</returns>
    public string Push(ReadOnlySpan<char> piece)
    {
        _given.Clear();
        while (!piece.IsEmpty)
        {
            // In slices, so that one long piece holds no more than many short ones.
            var length = Math.Min(piece.Length, MaxHeldLength / 2);
            _text.Append(piece[..length]);
            piece = piece[length..];
            GiveOut(isLast: false);
        }

        return _given.ToString();
    }

    /// <summary>Ends the stream: gives out what is held. The stream can then be used for another text.</summary>
    public string Flush()
    {
        _given.Clear();
        GiveOut(isLast: true);
        _text.Clear();
        _held = 0;
        return _given.ToString();
    }

    private void GiveOut(bool isLast)
    {
        if (!isLast && HeldLength <= TailLength)
        {
            return;
        }

        var text = _text.ToString();
        _engine.Analyze(text, _context with { IsPartial = !isLast || _held > 0 }, _result);
        var safe = isLast ? text.Length : SafeEnd(text);
        if (safe <= _held)
        {
            return;
        }

        Append(text, safe);
        _held = safe;
        var forgotten = Math.Max(0, _held - ContextLength);
        _text.Remove(0, forgotten);
        _held -= forgotten;
    }

    /// <summary>The end of what no more text can change: before the tail, at the border of a word, in no span.</summary>
    private int SafeEnd(string text)
    {
        var end = text.Length - TailLength;
        var isForced = HeldLength >= MaxHeldLength;
        if (isForced)
        {
            // A span without end: what goes on is hidden as well, for it is analysed with what announced it.
            return end;
        }

        for (var i = _result.Spans.Length - 1; i >= 0; i--)
        {
            var span = _result.Spans[i];
            if (span.Start < end && end < span.End + 1)
            {
                end = span.Start;
            }
        }

        while (end > _held && !IsBorder(text, end))
        {
            end--;
        }

        for (var i = _result.Spans.Length - 1; i >= 0; i--)
        {
            var span = _result.Spans[i];
            if (span.Start < end && end < span.End)
            {
                end = span.Start;
            }
        }

        return end;
    }

    private static bool IsBorder(string text, int at) =>
        at > 0 && char.IsWhiteSpace(text[at - 1]) && !char.IsWhiteSpace(text[at]);

    private void Append(string text, int end)
    {
        var at = _held;
        foreach (var span in _result.Spans)
        {
            if (span.End <= _held || span.Start >= end)
            {
                continue;
            }

            if (span.Start > at)
            {
                _given.Append(text, at, span.Start - at);
            }

            var start = Math.Max(span.Start, at);
            var stop = Math.Min(span.End, end);
            if (span.Start >= _held || _style == RedactionStyle.Mask)
            {
                RedactionResult.AppendTo(
                    _given,
                    span with
                    {
                        Start = start,
                        Length = stop - start,
                    },
                    _style
                );
            }

            at = stop;
        }

        _given.Append(text, at, end - at);
    }
}
