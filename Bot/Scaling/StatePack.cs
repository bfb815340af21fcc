using System.Buffers;
using System.Text.Json;
using ChatbotSante.Dialogs.Engine;

namespace ChatbotSante.Bot.Scaling;

/// <summary>A conversation's state as bytes to seal: JSON, then spaces up to a whole number of steps.</summary>
/// <remarks>
/// What is sealed so does not tell by its length how much was said; and a row that keeps its length is written over in place,
/// where one that grows moves its neighbours.
/// </remarks>
internal static class StatePack
{
    /// <summary>Two rows of one step fill a page of SQLite (4 KiB), and one stays in its page of PostgreSQL.</summary>
    public const int Step = 1920;

    /// <summary>Packs a state; JSON readers pass over the spaces.</summary>
    /// <returns>A multiple of <see cref="Step"/> bytes.</returns>
    public static ReadOnlyMemory<byte> Pack(ConversationState state)
    {
        var buffer = new ArrayBufferWriter<byte>(Step);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            JsonSerializer.Serialize(writer, state, EngineJson.Default.ConversationState);
        }

        var missing = (Step - (buffer.WrittenCount % Step)) % Step;
        buffer.GetSpan(missing)[..missing].Fill((byte)' ');
        buffer.Advance(missing);
        return buffer.WrittenMemory;
    }
}
