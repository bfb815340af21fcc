using ChatbotSante.Dialogs.Engine;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>Appointments are read and said at once: nothing of them is kept.</summary>
public sealed record ViewAppointmentsState : DialogState;
