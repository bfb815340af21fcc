using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ChatbotSante.Redaction;

/// <summary>
/// Text that may be logged, traced or sent. Only a redactor of this assembly makes one of other text, and only a constant of
/// the program becomes one as it is: whoever takes a <see cref="SafeText"/> need not ask where it comes from.
/// </summary>
[OperationalData]
public readonly record struct SafeText
{
    /// <summary>Longest length that is told; a longer text is told as this long. Six digits could be somebody's code.</summary>
    private const int MostWithheld = 99_999;

    private readonly string? _text;

    internal SafeText(string text) => _text = text;

    /// <summary>Length in UTF-16 code units.</summary>
    public int Length => _text?.Length ?? 0;

    /// <summary>A text that the program itself says, the same for everybody.</summary>
    /// <param name="text">A compile-time constant: the build refuses anything else.</param>
    public static SafeText Constant([ConstantExpected] string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new SafeText(text);
    }

    /// <summary>What takes the place of a text that could not be redacted: nothing of it but its length.</summary>
    internal static SafeText Withheld(int length) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"[REDACTED:{Math.Min(length, MostWithheld)}]"
            )
        );

    public override string ToString() => _text ?? string.Empty;
}
