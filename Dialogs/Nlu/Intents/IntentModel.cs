using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace ChatbotSante.Dialogs.Nlu.Intents;

/// <summary>What training leaves: a row of weights for each feature, and their scale.</summary>
/// <remarks>
/// The file, little endian: « CSINTENT », format, number of rows (32 bits each), scale and threshold (32-bit floats); 31 names of
/// labels (a length and that many bytes of ASCII); the rows (32 signed bytes each, the last one a fingerprint of the feature); the
/// SHA-256 of all that.
/// </remarks>
internal sealed class IntentModel
{
    /// <summary>Changes with the file's layout, the features or their hashes.</summary>
    public const int Format = 1;

    /// <summary>Signed bytes in a row: one a label, and the fingerprint.</summary>
    public const int Lanes = 32;

    private const int HeaderLength = 24;
    private const int MostRows = 1 << 17;

    public IntentModel(string[] labels, sbyte[] rows, float scale, float threshold)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(rows);
        Labels = labels;
        Rows = rows;
        Scale = scale;
        Threshold = threshold;
        RowMask = (uint)(rows.Length / Lanes) - 1;
    }

    private static ReadOnlySpan<byte> Magic => "CSINTENT"u8;

    /// <summary>What each lane stands for.</summary>
    public string[] Labels { get; }

    public sbyte[] Rows { get; }

    public uint RowMask { get; }

    /// <summary>What a unit of a weight is worth in the logarithm of the odds, calibrated.</summary>
    public float Scale { get; }

    /// <summary>Probability from which a guess is taken for understood.</summary>
    public float Threshold { get; }

    /// <summary>The first of the two rows where a feature may lie.</summary>
    public static uint Pair(uint feature, uint rowMask) => feature & rowMask & ~1u;

    /// <summary>The byte by which a row knows its feature from another that falls on it; never 0, which marks an empty row.</summary>
    public static sbyte Fingerprint(uint feature) => (sbyte)((feature >> 24) | 1);

    /// <exception cref="InvalidDataException">The weights are not what this version reads, or damaged.</exception>
    public static IntentModel Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> header = stackalloc byte[HeaderLength];
        Fill(stream, header, hash);
        var rows = BinaryPrimitives.ReadInt32LittleEndian(header[12..]);
        if (
            !header.StartsWith(Magic)
            || BinaryPrimitives.ReadInt32LittleEndian(header[8..]) != Format
            || rows <= 0
            || rows > MostRows
            || (rows & (rows - 1)) != 0
        )
        {
            throw Damaged();
        }

        var scale = BinaryPrimitives.ReadSingleLittleEndian(header[16..]);
        var threshold = BinaryPrimitives.ReadSingleLittleEndian(header[20..]);
        var labels = new string[Lanes - 1];
        Span<byte> name = stackalloc byte[byte.MaxValue];
        for (var i = 0; i < labels.Length; i++)
        {
            Fill(stream, name[..1], hash);
            var length = name[0];
            Fill(stream, name[..length], hash);
            labels[i] = Encoding.ASCII.GetString(name[..length]);
            if (!IntentLabels.IsKnown(labels[i]))
            {
                throw Damaged();
            }
        }

        var weights = new sbyte[rows * Lanes];
        Fill(stream, MemoryMarshal.AsBytes(weights.AsSpan()), hash);
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

        return new IntentModel(labels, weights, scale, threshold);
    }

    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> header = stackalloc byte[HeaderLength];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], Format);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], Rows.Length / Lanes);
        BinaryPrimitives.WriteSingleLittleEndian(header[16..], Scale);
        BinaryPrimitives.WriteSingleLittleEndian(header[20..], Threshold);
        Put(stream, header, hash);
        foreach (var label in Labels)
        {
            var name = Encoding.ASCII.GetBytes(label);
            Put(stream, [(byte)name.Length, .. name], hash);
        }

        Put(stream, MemoryMarshal.AsBytes(Rows.AsSpan()), hash);
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

    private static InvalidDataException Damaged() =>
        new("The intents' weights are damaged or of another version: build the program again.");
}
