using System.Runtime.InteropServices;

namespace ChatbotSante.Redaction;

/// <summary>What the vocabulary knows of one word.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordInfo
{
    /// <summary>A word that the vocabulary lacks.</summary>
    public static WordInfo Unknown => default;

    public WordFlags Flags { get; init; }

    /// <summary>The number a word says, plus one; 0 for none.</summary>
    public short NumberPlusOne { get; init; }

    /// <summary>The category whose value the word announces, plus one; 0 for none.</summary>
    public byte LabelPlusOne { get; init; }

    /// <summary>The health category of the word alone, plus one; 0 for none.</summary>
    public byte HealthPlusOne { get; init; }

    /// <summary>Of health only where the speaker's own state is spoken of.</summary>
    public bool IsWeak { get; init; }

    /// <summary>Index plus one of the phrases that begin with the word; 0 for none.</summary>
    public ushort PhrasesPlusOne { get; init; }

    /// <summary>The number said, or -1.</summary>
    public int Number => NumberPlusOne - 1;

    public DataCategory? Label => LabelPlusOne == 0 ? null : (DataCategory)(LabelPlusOne - 1);

    public DataCategory? Health => HealthPlusOne == 0 ? null : (DataCategory)(HealthPlusOne - 1);

    public bool Has(WordFlags flags) => (Flags & flags) != WordFlags.None;
}
