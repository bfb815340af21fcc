using System.Globalization;
using System.Text;

namespace ChatbotSante.Bot.Rehearsals.Sweep;

/// <summary>
/// Searches every byte of files for canaries: words that the program was let hear and that must not have been written
/// there, in any of the ways in which software writes words (<see cref="ByteEncoding"/>), in any case, with accents or without.
/// What is compressed or sealed is not opened.
/// </summary>
internal sealed class ByteSweep
{
    /// <summary>A shorter canary would be found by chance.</summary>
    public const int MinCanaryBytes = ByteNeedleIndex.KeyLength;

    private const int WindowBytes = 1 << 20;
    private const int OverlapBytes = 8 * 1024;
    private const int LongestCanaryChars = 256;
    private readonly ByteNeedleIndex _words;
    private readonly ByteNeedleIndex _digits;

    /// <summary>Reads a file that another process has locked; null where none is expected. .NET respects such locks, the system
    /// does not ask for it.</summary>
    public Func<string, Task<byte[]>>? ReadLocked { get; init; }

    /// <exception cref="ArgumentException">A canary is shorter than <see cref="MinCanaryBytes"/> or longer than 256 characters.</exception>
    public ByteSweep(params IReadOnlyCollection<string> canaries)
    {
        foreach (var canary in canaries)
        {
            if (
                Encoding.UTF8.GetByteCount(canary) < MinCanaryBytes
                || canary.Length > LongestCanaryChars
            )
            {
                throw new ArgumentException(
                    $"« {canary} » is too short or too long for a canary.",
                    nameof(canaries)
                );
            }
        }

        _words = new ByteNeedleIndex(canaries.SelectMany(Words));
        _digits = new ByteNeedleIndex(canaries.SelectMany(DigitsOf));
    }

    /// <summary>Searches bytes, such as what a process wrote on its outputs or what a proxy saw pass.</summary>
    /// <param name="source">What to call them in a finding.</param>
    public IReadOnlyList<ByteSweepFinding> Find(string source, ReadOnlySpan<byte> bytes)
    {
        var found = new HashSet<ByteSweepFinding>();

        for (
            var start = 0;
            start == 0 || start + OverlapBytes < bytes.Length;
            start += WindowBytes - OverlapBytes
        )
        {
            FindInWindow(
                source,
                start,
                bytes.Slice(start, Math.Min(WindowBytes, bytes.Length - start)),
                found
            );
        }

        return [.. found.OrderBy(finding => finding.Offset)];
    }

    /// <summary>Searches a text, as UTF-8.</summary>
    public IReadOnlyList<ByteSweepFinding> Find(string source, string text) =>
        Find(source, Encoding.UTF8.GetBytes(text));

    /// <summary>Searches files, and folders with everything below them, contents and names.</summary>
    /// <exception cref="IOException">A file cannot be read: what was not searched must not pass for clean.</exception>
    public async Task<IReadOnlyList<ByteSweepFinding>> FindInAsync(
        params IReadOnlyCollection<string> paths
    )
    {
        var found = new List<ByteSweepFinding>();

        foreach (var path in paths)
        {
            if (!Path.Exists(path))
            {
                throw new FileNotFoundException("There is nothing to search.", path);
            }

            string[] files = Directory.Exists(path)
                ? Directory.GetFileSystemEntries(
                    path,
                    "*",
                    new EnumerationOptions
                    {
                        RecurseSubdirectories = true,
                        AttributesToSkip = FileAttributes.None,
                    }
                )
                : [path];

            foreach (var file in files)
            {
                found.AddRange(Find($"{file} (name)", Path.GetRelativePath(path, file)));
                found.AddRange(Find(file, await ReadAsync(file)));
            }
        }

        return found;
    }

    private async Task<byte[]> ReadAsync(string file)
    {
        try
        {
            // Sockets and pipes are empty, and opening one would fail or wait.
            return new FileInfo(file) is { Exists: true, Length: > 0 }
                ? await File.ReadAllBytesAsync(file)
                : [];
        }
        catch (FileNotFoundException)
        {
            // The program under test deleted it since.
            return [];
        }
        catch (IOException) when (ReadLocked is not null)
        {
            return await ReadLocked(file);
        }
    }

    private void FindInWindow(
        string source,
        long start,
        ReadOnlySpan<byte> bytes,
        HashSet<ByteSweepFinding> found
    )
    {
        var plain = new List<(int At, ByteNeedle Needle)>();
        _words.Find(bytes, (at, needle) => plain.Add((at, needle)));

        foreach (var (at, needle) in plain)
        {
            found.Add(new ByteSweepFinding(source, start + at, needle.Encoding, needle.Canary));
        }

        void Look(ByteView view, ByteNeedleIndex needles, ByteEncoding? encoding) =>
            needles.Find(
                view.Bytes,
                (at, needle) =>
                {
                    var origin = view.OriginOf(at);
                    var length = needle.Bytes.Length;

                    if (needle.IsWholeNumber && !view.IsWholeNumber(at, length))
                    {
                        return;
                    }

                    // What is found as it stands is not found again with its neighbours' escapes undone.
                    if (
                        !plain.Exists(other =>
                            other.Needle.Canary == needle.Canary
                            && other.At <= origin
                            && origin < other.At + other.Needle.Bytes.Length
                        )
                    )
                    {
                        found.Add(
                            new ByteSweepFinding(
                                source,
                                start + origin,
                                encoding ?? needle.Encoding,
                                needle.Canary
                            )
                        );
                    }
                }
            );

        if (bytes.ContainsAny((byte)'%', (byte)'+'))
        {
            Look(ByteView.Percent(bytes), _words, ByteEncoding.Percent);
        }

        if (bytes.Contains((byte)'\\'))
        {
            Look(ByteView.Json(bytes), _words, ByteEncoding.Json);
        }

        if (bytes.Contains((byte)'&'))
        {
            Look(ByteView.Html(bytes), _words, ByteEncoding.Html);
        }

        if (bytes.Contains((byte)'='))
        {
            Look(ByteView.QuotedPrintable(bytes), _words, ByteEncoding.QuotedPrintable);
        }

        if (bytes.ContainsAny((byte)'\r', (byte)'\n'))
        {
            Look(ByteView.Unwrapped(bytes), _words, encoding: null);
        }

        Look(ByteView.Digits(bytes), _digits, encoding: null);
    }

    private static IEnumerable<ByteNeedle> Words(string canary)
    {
        foreach (var form in Forms(canary))
        {
            var utf8 = Encoding.UTF8.GetBytes(form);

            yield return new ByteNeedle(canary, ByteEncoding.Utf8, utf8);

            foreach (var bytes in Utf16(form).Prepend(utf8))
            {
                if (bytes != utf8)
                {
                    yield return new ByteNeedle(canary, ByteEncoding.Utf16, bytes);
                }

                foreach (var base64 in Base64(bytes))
                {
                    yield return new ByteNeedle(
                        canary,
                        ByteEncoding.Base64,
                        Encoding.ASCII.GetBytes(base64)
                    );
                }

                foreach (var hex in Hex(bytes))
                {
                    yield return new ByteNeedle(
                        canary,
                        ByteEncoding.Hex,
                        Encoding.ASCII.GetBytes(hex)
                    );
                }
            }
        }
    }

    // Without the zero at its end, what is little-endian stands in what is big-endian too, as long as it is Latin.
    private static IEnumerable<byte[]> Utf16(string text)
    {
        const int Latin = 0xFF;
        var little = Encoding.Unicode.GetBytes(text);

        yield return text[^1] <= Latin ? little[..^1] : little;

        if (text.Any(character => character > Latin))
        {
            yield return Encoding.BigEndianUnicode.GetBytes(text);
        }
    }

    // As given, in capitals, in small letters, dates as ISO 8601 writes them; each composed, decomposed and without its accents.
    private static IEnumerable<string> Forms(string canary) =>
        new[]
        {
            canary,
            canary.ToUpperInvariant(),
            canary.ToLowerInvariant(),
            TryReadDate(canary, out var date)
                ? date.ToString("O", CultureInfo.InvariantCulture)
                : canary,
        }
            .SelectMany(text =>
                new[]
                {
                    text,
                    text.Normalize(NormalizationForm.FormC),
                    text.Normalize(NormalizationForm.FormD),
                    WithoutAccents(text),
                }
            )
            .Distinct(StringComparer.Ordinal);

    private static string WithoutAccents(string text) =>
        string.Concat(
            text.Normalize(NormalizationForm.FormD)
                .Where(character =>
                    CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark
                )
        );

    // The characters that depend on these bytes alone, whatever 0, 1 or 2 bytes stand before them in their group of three.
    private static IEnumerable<string> Base64(byte[] bytes)
    {
        const int BitsOfByte = 8;
        const int BitsOfCharacter = 6;

        for (var before = 0; before < 3; before++)
        {
            var first = ((BitsOfByte * before) + BitsOfCharacter - 1) / BitsOfCharacter;
            var end = BitsOfByte * (before + bytes.Length) / BitsOfCharacter;
            var text = Convert.ToBase64String([.. new byte[before], .. bytes])[first..end];

            yield return text;

            if (text.AsSpan().ContainsAny('+', '/'))
            {
                yield return text.Replace('+', '-').Replace('/', '_');
            }
        }
    }

    private static IEnumerable<string> Hex(byte[] bytes)
    {
        var dashed = BitConverter.ToString(bytes);

        yield return Convert.ToHexString(bytes);
        yield return Convert.ToHexStringLower(bytes);
        yield return dashed;
        yield return dashed.ToLowerInvariant();
    }

    private static IEnumerable<ByteNeedle> DigitsOf(string canary)
    {
        var digits = string.Concat(canary.Where(char.IsAsciiDigit));

        // A sentence with a number in it is not a number.
        if (digits.Length < MinCanaryBytes || canary.Any(char.IsLetter))
        {
            yield break;
        }

        // Digits of a time of day could make a date by chance, never one that stands alone.
        if (TryReadDate(canary, out var date))
        {
            yield return Needle(digits, isWhole: true);
            yield return Needle(
                date.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
                isWhole: true
            );
            yield break;
        }

        // A French telephone number may stand after +33: its 0 is not searched for.
        yield return Needle(
            digits is ['0', _, _, _, _, _, _, _, _, _] ? digits[1..] : digits,
            isWhole: false
        );

        ByteNeedle Needle(string text, bool isWhole) =>
            new(canary, ByteEncoding.Digits, Encoding.ASCII.GetBytes(text), isWhole);
    }

    private static bool TryReadDate(string canary, out DateOnly date) =>
        DateOnly.TryParseExact(
            canary,
            "dd/MM/yyyy",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out date
        );
}
