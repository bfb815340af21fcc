namespace ChatbotSante.Dialogs.Pipeline;

/// <summary>What comes next in the turn.</summary>
public delegate ValueTask TurnHandler(TurnContext turn, CancellationToken cancellationToken);
