namespace ChatbotSante.Training.Emergencies;

/// <summary>A message to learn from.</summary>
/// <param name="Text">The message as it comes in.</param>
/// <param name="Meaning">Its column in the weights.</param>
internal sealed record EmergencyMessage(string Text, int Meaning);
