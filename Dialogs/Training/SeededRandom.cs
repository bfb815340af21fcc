namespace ChatbotSante.Training;

/// <summary>The same numbers for the same seed, whatever the runtime (SplitMix64).</summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var bits = _state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }

    /// <summary>In [0, 1[.</summary>
    public double NextUnit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>In [0, count[.</summary>
    public int Below(int count) => (int)(NextUnit() * count);

    /// <summary>In [least, most].</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Chance(double probability) => NextUnit() < probability;

    public T Pick<T>(IReadOnlyList<T> among) => among[Below(among.Count)];
}
