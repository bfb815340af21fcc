namespace ChatbotSante.Bot.Ports;

/// <summary>A message waiting to leave: a template and a reference; what goes to a patient is sealed.</summary>
/// <param name="Id">Names it; a version 7 UUID.</param>
/// <param name="Template">Which message.</param>
/// <param name="Reference">What staff are told to look for; empty in a message to a patient.</param>
/// <param name="Due">When it may leave.</param>
/// <param name="Sealed">The sealed <see cref="SmsRecord"/> of a message to a patient; null in one to staff.</param>
internal sealed record OutboxMessage(
    string Id,
    string Template,
    string Reference,
    DateTimeOffset Due,
    byte[]? Sealed = null
);
