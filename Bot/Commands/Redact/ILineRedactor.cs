using System.Buffers;
using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Commands.Redact;

/// <summary>Redacts one line of a file. Safe for concurrent use; what is used again from line to line is the caller's.</summary>
internal interface ILineRedactor
{
    /// <summary>Writes what takes the line's place, with its line feed; nothing for a line that has nothing to say.</summary>
    /// <param name="line">The line in UTF-8, without its end.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="result">Used again from line to line.</param>
    /// <param name="output">Receives the bytes.</param>
    /// <returns>False when the line could not be read: what was written then says so, and quotes nothing of it.</returns>
    bool Redact(
        ReadOnlyMemory<byte> line,
        long number,
        RedactionResult result,
        IBufferWriter<byte> output
    );

    /// <summary>Writes what takes the place of a line that is too long to be held.</summary>
    void Refuse(long number, IBufferWriter<byte> output);
}
