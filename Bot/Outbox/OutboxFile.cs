using System.Buffers.Binary;

namespace ChatbotSante.Bot.Outbox;

/// <summary>The outbox's files: written whole or not at all, named by a UUID of version 7, which holds their time.</summary>
internal static class OutboxFile
{
    private const string Partial = ".partial";

    /// <summary>Writes a file durably; another of the same name is replaced.</summary>
    public static async ValueTask WriteAsync(string folder, string name, Func<Stream, Task> write)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);
        var partial = path + Partial;
        await using (var file = new FileStream(partial, FileMode.Create, FileAccess.Write))
        {
            await write(file);
            file.Flush(flushToDisk: true);
        }

        File.Move(partial, path, overwrite: true);
    }

    /// <summary>Deletes the files of one ending that were written before an instant, and what a killed process left of one.</summary>
    public static void DeleteBefore(string folder, string ending, DateTimeOffset instant)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var last in (string[])[ending, ending + Partial])
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*" + last))
            {
                var name = Path.GetFileName(path)[..^last.Length];
                if (Guid.TryParseExact(name, "N", out var id) && WrittenAt(id) < instant)
                {
                    File.Delete(path);
                }
            }
        }
    }

    private static DateTimeOffset WrittenAt(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return DateTimeOffset.FromUnixTimeMilliseconds(
            BinaryPrimitives.ReadInt64BigEndian(bytes) >> 16
        );
    }
}
