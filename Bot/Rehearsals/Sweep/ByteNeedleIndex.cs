using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace ChatbotSante.Bot.Rehearsals.Sweep;

/// <summary>
/// Looks for millions of needles at once. Each is known by its last six bytes, where canaries differ most: a bitmap of those
/// passes over nearly every position, a table finds the few needles that end so.
/// </summary>
internal sealed class ByteNeedleIndex
{
    /// <summary>The shortest needle that can be looked for.</summary>
    public const int KeyLength = 6;

    private readonly List<ByteNeedle> _needles = [];
    private readonly List<int> _nextWithSameKey = [];
    private readonly Dictionary<ulong, int> _firstWithKey = [];
    private readonly ulong[] _possible;
    private readonly int _shift;

    /// <param name="needles">At least <see cref="KeyLength"/> bytes each.</param>
    public ByteNeedleIndex(IEnumerable<ByteNeedle> needles)
    {
        foreach (var needle in needles)
        {
            Add(needle);
        }

        // Sixteen bits a needle: one position in sixteen at most is looked at again by chance.
        var bits = Math.Max(16, BitOperations.Log2((uint)_firstWithKey.Count + 1) + 5);
        _possible = new ulong[1 << (bits - 6)];
        _shift = 64 - bits;
        foreach (var key in _firstWithKey.Keys)
        {
            var hash = Hash(key);
            _possible[hash >> 6] |= 1UL << (int)(hash & 63);
        }
    }

    public void Find(ReadOnlySpan<byte> bytes, Action<int, ByteNeedle> found)
    {
        if (bytes.Length < KeyLength || _needles.Count == 0)
        {
            return;
        }

        var key = 0UL;
        for (var at = 0; at < KeyLength - 1; at++)
        {
            key = Shifted(key, bytes[at]);
        }

        for (var at = KeyLength - 1; at < bytes.Length; at++)
        {
            key = Shifted(key, bytes[at]);
            var hash = Hash(key);
            if (
                (_possible[hash >> 6] & (1UL << (int)(hash & 63))) != 0
                && _firstWithKey.TryGetValue(key, out var first)
            )
            {
                FindEndingAt(bytes[..(at + 1)], first, found);
            }
        }
    }

    private static ulong Shifted(ulong key, byte next) => (key >> 8) | ((ulong)next << 40);

    private static ulong KeyOf(ReadOnlySpan<byte> needle)
    {
        var last = needle[^KeyLength..];
        return BinaryPrimitives.ReadUInt32LittleEndian(last)
            | ((ulong)BinaryPrimitives.ReadUInt16LittleEndian(last[4..]) << 32);
    }

    private void FindEndingAt(ReadOnlySpan<byte> bytes, int first, Action<int, ByteNeedle> found)
    {
        for (var index = first; index >= 0; index = _nextWithSameKey[index])
        {
            var needle = _needles[index];
            if (bytes.EndsWith(needle.Bytes))
            {
                found(bytes.Length - needle.Bytes.Length, needle);
            }
        }
    }

    private void Add(ByteNeedle needle)
    {
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _firstWithKey,
            KeyOf(needle.Bytes),
            out var isKnown
        );
        var earlier = isKnown ? first : -1;
        first = _needles.Count;
        _needles.Add(needle);
        _nextWithSameKey.Add(earlier);
    }

    private ulong Hash(ulong key) => (key * 0x9E37_79B9_7F4A_7C15) >> _shift;
}
