using System.Buffers;
using System.Globalization;
using System.Text;
using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Commands.Redact;

/// <summary>Plain text, a message a line: what was found gives way to a word for it.</summary>
internal sealed class TextLineRedactor(RedactionEngine engine) : ILineRedactor
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <inheritdoc />
    public bool Redact(
        ReadOnlyMemory<byte> line,
        long number,
        RedactionResult result,
        IBufferWriter<byte> output
    )
    {
        string text;
        try
        {
            text = Strict.GetString(line.Span);
        }
        catch (DecoderFallbackException)
        {
            Refuse(number, output);
            return false;
        }

        engine.Analyze(text, default, result);
        if (result.IsClean)
        {
            output.Write(line.Span);
        }
        else
        {
            Strict.GetBytes(result.Redact(text), output);
        }

        output.Write("\n"u8);
        return true;
    }

    /// <inheritdoc />
    public void Refuse(long number, IBufferWriter<byte> output) =>
        Strict.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"[LIGNE ILLISIBLE {number}]\n"),
            output
        );
}
