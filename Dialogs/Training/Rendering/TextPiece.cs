namespace ChatbotSante.Training.Rendering;

/// <summary>A word, a number, or what stands between, and the span it belongs to (0: none).</summary>
internal readonly record struct TextPiece(string Text, int Span)
{
    public bool IsWord => Text.Length > 0 && char.IsLetter(Text[0]);

    public bool IsNumber => Text.Length > 0 && char.IsAsciiDigit(Text[0]);

    public bool IsGap => Text.Length > 0 && !IsWord && !IsNumber;
}
