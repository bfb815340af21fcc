namespace ChatbotSante.Tests.Bot.Channels.Connector;

/// <summary>A message as a channel posts it.</summary>
internal sealed record ConnectorMessage
{
    public string Type { get; init; } = "message";
    public string Id { get; init; } = "m1";
    public string ChannelId { get; init; } = "emulator";
    public string? ServiceUrl { get; init; }
    public string? DeliveryMode { get; init; }
    public string Locale { get; init; } = "fr-FR";
    public string Text { get; init; } = "";
    public object From { get; init; } = new { id = "u1", role = "user" };
    public object Recipient { get; init; } = new { id = "b1" };
    public object Conversation { get; init; } = new { id = "c1" };
}
