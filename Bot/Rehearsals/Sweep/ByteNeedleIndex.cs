using System.Buffers.Binary;

namespace ChatbotSante.Bot.Rehearsals.Sweep;

/// <summary>Looks for thousands of needles at once: a bitmap of their first four bytes passes over nearly every position.</summary>
internal sealed class ByteNeedleIndex
{
    private const int KeyLength = sizeof(uint);
    private readonly bool[] _possible = new bool[1 << 16];
    private readonly Dictionary<uint, List<ByteNeedle>> _needles = [];

    /// <param name="needles">At least four bytes each.</param>
    public ByteNeedleIndex(IEnumerable<ByteNeedle> needles)
    {
        foreach (
            var needle in needles.DistinctBy(needle =>
                (needle.Canary, Convert.ToHexString(needle.Bytes))
            )
        )
        {
            var key = BinaryPrimitives.ReadUInt32LittleEndian(needle.Bytes);

            _possible[Hash(key)] = true;

            if (!_needles.TryGetValue(key, out var sameKey))
            {
                _needles.Add(key, sameKey = []);
            }

            sameKey.Add(needle);
        }
    }

    public void Find(ReadOnlySpan<byte> bytes, Action<int, ByteNeedle> found)
    {
        for (var at = 0; at + KeyLength <= bytes.Length; at++)
        {
            var key = BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

            if (!_possible[Hash(key)] || !_needles.TryGetValue(key, out var needles))
            {
                continue;
            }

            foreach (var needle in needles)
            {
                if (bytes[at..].StartsWith(needle.Bytes))
                {
                    found(at, needle);
                }
            }
        }
    }

    private static int Hash(uint key) => (int)((key * 2654435761u) >> 16);
}
