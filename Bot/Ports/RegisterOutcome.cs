using ChatbotSante.Dialogs.Care.Agenda;

namespace ChatbotSante.Bot.Ports;

/// <summary>What an import changed.</summary>
/// <param name="Patients">Patients added or changed.</param>
/// <param name="Appointments">Appointments added.</param>
/// <param name="Taken">A slot that somebody else has: nothing at all was changed. Null when everything was done.</param>
internal sealed record RegisterOutcome(int Patients, int Appointments, Slot? Taken = null);
