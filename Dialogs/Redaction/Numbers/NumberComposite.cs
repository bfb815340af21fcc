using System.Runtime.InteropServices;

namespace ChatbotSante.Redaction;

/// <summary>Some pieces of a number read as one.</summary>
/// <param name="Atoms">How many pieces; 0 when they are no number together.</param>
/// <param name="Digits">How many digits it has.</param>
/// <param name="Value">Its value, or -1 for written digits.</param>
/// <param name="IsRepeated">« double zéro », « trois fois le deux ».</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NumberComposite(
    int Atoms,
    int Digits,
    int Value,
    bool IsRepeated = false
);
