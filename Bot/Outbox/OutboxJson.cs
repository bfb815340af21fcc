using System.Text.Json.Serialization;

namespace ChatbotSante.Bot.Outbox;

/// <summary>JSON of the folder's files.</summary>
[JsonSerializable(typeof(SmsFile))]
internal sealed partial class OutboxJson : JsonSerializerContext;
