using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Identity;

namespace ChatbotSante.Bot.Ports;

/// <summary>A patient of the clinic's own file, and the appointments that the staff gave.</summary>
/// <param name="Person">Who it is, with the number that the staff verified.</param>
/// <param name="Appointments">Slots of the clinic's grid.</param>
internal sealed record PatientOnFile(DeclaredPerson Person, IReadOnlyList<Slot> Appointments);
