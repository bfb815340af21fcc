namespace ChatbotSante.Redaction;

/// <summary>
/// Which lexicons hold a word, for a quarter of a million words in two megabytes: an open-addressing table of 16-bit fingerprints.
/// One foreign word in some ten thousand is taken for one of ours, which a feature can bear.
/// </summary>
internal sealed class WordTable
{
    private const int FingerprintShift = 16;
    private readonly uint[] _slots;
    private readonly uint _mask;

    /// <param name="slots">Fingerprint in the high half, classes in the low half; 0 is empty. A power of two of them.</param>
    public WordTable(uint[] slots)
    {
        ArgumentNullException.ThrowIfNull(slots);
        if (slots.Length == 0 || (slots.Length & (slots.Length - 1)) != 0)
        {
            throw new ArgumentException(
                "The table must hold a power of two of slots.",
                nameof(slots)
            );
        }

        _slots = slots;
        _mask = (uint)slots.Length - 1;
    }

    public ReadOnlySpan<uint> Slots => _slots;

    public WordClasses Find(uint word)
    {
        var fingerprint = Fingerprint(word);
        for (uint probe = 0; probe <= _mask; probe++)
        {
            var slot = _slots[(word + probe) & _mask];
            if (slot == 0)
            {
                return WordClasses.None;
            }

            if (slot >> FingerprintShift == fingerprint)
            {
                return (WordClasses)(ushort)slot;
            }
        }

        return WordClasses.None;
    }

    /// <summary>Adds classes to a word.</summary>
    /// <exception cref="InvalidOperationException">The table is full.</exception>
    public void Add(uint word, WordClasses classes)
    {
        var fingerprint = Fingerprint(word);
        for (uint probe = 0; probe <= _mask; probe++)
        {
            ref var slot = ref _slots[(word + probe) & _mask];
            if (slot == 0 || slot >> FingerprintShift == fingerprint)
            {
                slot =
                    (fingerprint << FingerprintShift)
                    | (ushort)((WordClasses)(ushort)slot | classes);
                return;
            }
        }

        throw new InvalidOperationException("The table of words is full.");
    }

    /// <summary>Never zero, and of bits that the slot's number does not repeat.</summary>
    private static uint Fingerprint(uint word) =>
        (WordHash.Mix(word ^ 0x5BD1E995) >> FingerprintShift) | 1;
}
