namespace ChatbotSante.Bot.Ports;

/// <summary>A message waiting to leave: a template and a reference, never content.</summary>
internal sealed record OutboxMessage(
    string Id,
    string Template,
    string Reference,
    DateTimeOffset Due
);
