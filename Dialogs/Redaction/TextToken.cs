namespace ChatbotSante.Redaction;

/// <summary>A run of letters or a run of ASCII digits.</summary>
/// <param name="Start">Offset in UTF-16 code units.</param>
/// <param name="Length">Length in UTF-16 code units.</param>
/// <param name="IsNumber">True for digits.</param>
public readonly record struct TextToken(int Start, int Length, bool IsNumber)
{
    /// <summary>Offset after the last code unit.</summary>
    public int End => Start + Length;
}
