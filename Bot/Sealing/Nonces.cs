using System.Security.Cryptography;

namespace ChatbotSante.Bot.Sealing;

/// <summary>Random nonces, drawn from the system's generator a few hundred at a time: one call of it costs as much as a seal.</summary>
internal static class Nonces
{
    private const int BufferLength = 4096;

    [ThreadStatic]
    private static byte[]? s_buffer;

    [ThreadStatic]
    private static int s_used;

    /// <summary>Fills a nonce with bytes never handed out before.</summary>
    public static void Fill(Span<byte> nonce)
    {
        var buffer = s_buffer;
        if (buffer is null || s_used + nonce.Length > BufferLength)
        {
            buffer = s_buffer ??= new byte[BufferLength];
            RandomNumberGenerator.Fill(buffer);
            s_used = 0;
        }

        buffer.AsSpan(s_used, nonce.Length).CopyTo(nonce);
        s_used += nonce.Length;
    }
}
