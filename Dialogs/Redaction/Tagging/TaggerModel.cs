using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ChatbotSante.Redaction;

/// <summary>What training leaves: a row of weights for each feature, what one label brings to the next, and the lexicons.</summary>
/// <remarks>
/// The file, little endian: « CSTAGGER », format, number of rows, number of slots of the word table (32 bits each); the steps
/// from one label to the next (32 × 32 of 16 bits, the last row being the start of a message); the rows (32 signed bytes each,
/// the unused lane holding a fingerprint of the feature); the word table; the SHA-256 of all that.
/// </remarks>
internal sealed class TaggerModel
{
    /// <summary>Changes with the file's layout, the features, the hashes or the order of the labels.</summary>
    public const int Format = 1;

    private const int HeaderLength = 20;
    private const int MostRows = 1 << 19;
    private const int MostSlots = 1 << 20;

    public TaggerModel(sbyte[] rows, short[] steps, WordTable words)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(words);
        Rows = rows;
        Steps = steps;
        Words = words;
        RowMask = (uint)(rows.Length / TagLabels.Count) - 1;
    }

    private static ReadOnlySpan<byte> Magic => "CSTAGGER"u8;

    /// <summary>Rows of <see cref="TagLabels.Count"/> weights; a power of two of them.</summary>
    public sbyte[] Rows { get; }

    public uint RowMask { get; }

    /// <summary>From the label of the row to the label of the column. The row of the unused label is the start of a message.</summary>
    public short[] Steps { get; }

    public WordTable Words { get; }

    /// <summary>The first of the two rows where a feature may lie.</summary>
    public static uint Pair(uint feature, uint rowMask) => feature & rowMask & ~1u;

    /// <summary>The byte by which a row knows its feature from another that falls on it.</summary>
    public static sbyte Fingerprint(uint feature) => (sbyte)((feature >> 24) | 1);

    /// <exception cref="InvalidDataException">The weights are not what this version reads, or damaged.</exception>
    public static TaggerModel Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> header = stackalloc byte[HeaderLength];
        if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength)
        {
            throw Damaged();
        }

        var rows = BinaryPrimitives.ReadInt32LittleEndian(header[12..]);
        var slots = BinaryPrimitives.ReadInt32LittleEndian(header[16..]);
        if (
            !header.StartsWith(Magic)
            || BinaryPrimitives.ReadInt32LittleEndian(header[8..]) != Format
            || !IsPowerOfTwo(rows, MostRows)
            || !IsPowerOfTwo(slots, MostSlots)
        )
        {
            throw Damaged();
        }

        var steps = new short[TagLabels.Count * TagLabels.Count];
        var weights = new sbyte[rows * TagLabels.Count];
        var words = new uint[slots];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(header);
        Fill(stream, MemoryMarshal.AsBytes(steps.AsSpan()), hash);
        Fill(stream, MemoryMarshal.AsBytes(weights.AsSpan()), hash);
        Fill(stream, MemoryMarshal.AsBytes(words.AsSpan()), hash);
        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> found = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(found);
        if (
            stream.ReadAtLeast(expected, expected.Length, throwOnEndOfStream: false)
                < expected.Length
            || !found.SequenceEqual(expected)
        )
        {
            throw Damaged();
        }

        return new TaggerModel(weights, steps, new WordTable(words));
    }

    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> header = stackalloc byte[HeaderLength];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], Format);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], Rows.Length / TagLabels.Count);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], Words.Slots.Length);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Put(stream, header, hash);
        Put(stream, MemoryMarshal.AsBytes(Steps.AsSpan()), hash);
        Put(stream, MemoryMarshal.AsBytes(Rows.AsSpan()), hash);
        Put(stream, MemoryMarshal.AsBytes(Words.Slots), hash);
        stream.Write(hash.GetHashAndReset());
    }

    private static void Fill(Stream stream, Span<byte> into, IncrementalHash hash)
    {
        if (stream.ReadAtLeast(into, into.Length, throwOnEndOfStream: false) < into.Length)
        {
            throw Damaged();
        }

        hash.AppendData(into);
    }

    private static void Put(Stream stream, ReadOnlySpan<byte> bytes, IncrementalHash hash)
    {
        stream.Write(bytes);
        hash.AppendData(bytes);
    }

    private static bool IsPowerOfTwo(int value, int most) =>
        value > 0 && value <= most && (value & (value - 1)) == 0;

    private static InvalidDataException Damaged() =>
        new("The tagger's weights are damaged or of another version: build the program again.");
}
