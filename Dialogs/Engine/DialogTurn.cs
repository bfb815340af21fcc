using ChatbotSante.Dialogs.Nlu;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>What a dialog is told of a turn.</summary>
/// <param name="Heard">What was understood and permitted.</param>
/// <param name="Now">The clinic's time.</param>
public sealed record DialogTurn(Understanding Heard, DateTimeOffset Now);
