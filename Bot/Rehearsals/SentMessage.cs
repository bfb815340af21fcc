namespace ChatbotSante.Bot.Rehearsals;

/// <summary>A message that left the outbox.</summary>
/// <param name="IsSms">True for an SMS to a patient, false for an e-mail to the secretariat.</param>
/// <param name="To">A telephone number (E.164), or a mailbox.</param>
/// <param name="Text">What it says.</param>
internal sealed record SentMessage(bool IsSms, string To, string Text);
