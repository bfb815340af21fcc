using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ChatbotSante.Bot.Storage;

/// <summary>A key's identifier as its 16 bytes, in the order they are read, on both databases.</summary>
internal static class KeyIdConversion
{
    public static ValueConverter<Guid, byte[]> ToBytes { get; } =
        new(guid => guid.ToByteArray(true), bytes => new Guid(bytes, true));
}
