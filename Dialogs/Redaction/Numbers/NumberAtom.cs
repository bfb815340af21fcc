using System.Runtime.InteropServices;

namespace ChatbotSante.Redaction;

/// <summary>One piece of a number: a run of written digits, or one word of a number that is said.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NumberAtom
{
    /// <summary>Its token.</summary>
    public int Token { get; init; }

    public NumberAtomKind Kind { get; init; }

    /// <summary>What the word says; for written digits, how many there are.</summary>
    public short Value { get; init; }

    /// <summary>Joined to the atom before it by the speaker's fillers, or by a correction.</summary>
    public NumberJoint Joint { get; init; }

    /// <summary>The character between this atom and the one before; a space when several words stand there.</summary>
    public char Separator { get; init; }
}
