using System.Runtime.InteropServices;

namespace ChatbotSante.Dialogs.Nlu.Slots;

/// <summary>A practitioner's surname said at one place of a message.</summary>
/// <param name="Name">The surname, as the clinic's file writes it.</param>
/// <param name="At">Its token.</param>
/// <param name="IsIntroduced">Whether a title, « avec » or « chez » says that it is the practitioner's: alone it may be anybody's.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PractitionerMention(string Name, int At, bool IsIntroduced);
