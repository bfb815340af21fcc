using System.Runtime.InteropServices;

namespace ChatbotSante.Dialogs.Nlu.Slots;

/// <summary>A department said at one place of a message.</summary>
/// <param name="Specialty">Its name.</param>
/// <param name="First">Its first token.</param>
/// <param name="Next">The token after it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SpecialtyMention(string Specialty, int First, int Next);
