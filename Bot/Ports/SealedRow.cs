namespace ChatbotSante.Bot.Ports;

/// <summary>Where a sealed value lies: bound to the seal, so that it cannot be moved, nor put back in an older state.</summary>
/// <param name="Table">The table.</param>
/// <param name="Id">The row's key.</param>
/// <param name="Revision">The row's revision.</param>
public readonly record struct SealedRow(string Table, string Id, long Revision);
