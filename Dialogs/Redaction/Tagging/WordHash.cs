namespace ChatbotSante.Redaction;

/// <summary>Hashes of words and of features. They are part of the weights' format: change them and every file must be trained again.</summary>
internal static class WordHash
{
    private const uint Seed = 0x9E3779B9;

    public static uint Of(ReadOnlySpan<char> folded)
    {
        var hash = Seed;
        foreach (var c in folded)
        {
            hash = Next(hash, c);
        }

        return Mix(hash);
    }

    public static uint Next(uint hash, char c) => (hash ^ c) * 0x01000193;

    public static uint Start => Seed;

    /// <summary>Spreads every bit over the whole number.</summary>
    public static uint Mix(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x7FEB352D;
        hash ^= hash >> 15;
        hash *= 0x846CA68B;
        return hash ^ (hash >> 16);
    }

    /// <summary>One feature: its kind and what it is about.</summary>
    public static uint Feature(uint kind, uint value) => Mix(value + (kind * 0x9E3779B1));

    /// <summary>One feature about two things, in this order.</summary>
    public static uint Feature(uint kind, uint first, uint second) =>
        Mix(first + (kind * 0x9E3779B1) + uint.RotateLeft(second * 0x85EBCA6B, 13));
}
