using System.Globalization;
using Microsoft.Extensions.Compliance.Redaction;

namespace ChatbotSante.Bot.Boundary.Logs;

/// <summary>Puts <c>[REDACTED:n]</c> in the place of a value that is classified as a person's.</summary>
internal sealed class WithholdingRedactor : Redactor
{
    public override int GetRedactedLength(ReadOnlySpan<char> input) =>
        "[REDACTED:]".Length + Digits(input.Length);

    public override int Redact(ReadOnlySpan<char> source, Span<char> destination) =>
        destination.TryWrite(
            CultureInfo.InvariantCulture,
            $"[REDACTED:{source.Length}]",
            out var written
        )
            ? written
            : 0;

    private static int Digits(int length)
    {
        var digits = 1;
        for (var rest = length / 10; rest > 0; rest /= 10)
        {
            digits++;
        }

        return digits;
    }
}
