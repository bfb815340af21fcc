using System.Numerics;

namespace ChatbotSante.Benchmarks.Load;

/// <summary>Counts durations in buckets less than 1 % wide, from 1 µs to 134 s, in memory that is taken once.</summary>
internal sealed class LatencyHistogram
{
    private const int SubBucketBits = 7;
    private const int Exponents = 21;
    private const long LongestMicroseconds = (1L << 27) - 1;

    private readonly long[] _counts = new long[(Exponents + 1) << SubBucketBits];
    private long _longest;

    public long Count { get; private set; }

    public TimeSpan Max => TimeSpan.FromMicroseconds(_longest);

    public void Add(TimeSpan duration)
    {
        var microseconds = Math.Clamp(
            duration.Ticks / TimeSpan.TicksPerMicrosecond,
            1,
            LongestMicroseconds
        );
        var shift = Math.Max(0, BitOperations.Log2((ulong)microseconds) - SubBucketBits);
        _counts[(shift << SubBucketBits) + (int)(microseconds >> shift)]++;
        _longest = Math.Max(_longest, microseconds);
        Count++;
    }

    /// <summary>The shortest duration that a share of the turns did not exceed.</summary>
    /// <param name="share">In (0, 1]: 0.99 is the 99th percentile.</param>
    public TimeSpan Percentile(double share)
    {
        var rank = (long)Math.Ceiling(share * Count);
        var seen = 0L;
        for (var index = 0; index < _counts.Length; index++)
        {
            seen += _counts[index];
            if (seen >= rank && seen > 0)
            {
                var shift = Math.Max(0, (index >> SubBucketBits) - 1);
                var upper = ((index - (shift << SubBucketBits) + 1L) << shift) - 1;
                return TimeSpan.FromMicroseconds(Math.Min(upper, _longest));
            }
        }

        return TimeSpan.Zero;
    }

    public void Clear()
    {
        Array.Clear(_counts);
        _longest = 0;
        Count = 0;
    }
}
