namespace ChatbotSante.Bot.Ports;

/// <summary>Seals what travels between a channel and a conversation, possibly from node to node.</summary>
public interface ITransitSealer
{
    byte[] Seal(string context, ReadOnlySpan<byte> plain);

    /// <exception cref="Sealing.SealBrokenException">The bytes were altered, or belong to another context.</exception>
    byte[] Open(string context, ReadOnlySpan<byte> sealedBytes);
}
