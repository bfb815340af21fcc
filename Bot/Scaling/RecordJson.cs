using System.Text.Json.Serialization;

namespace ChatbotSante.Bot.Scaling;

/// <summary>JSON of the sealed records that are not conversations.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PartyRecord))]
[JsonSerializable(typeof(CallBackRecord))]
[JsonSerializable(typeof(WaitingRecord))]
internal sealed partial class RecordJson : JsonSerializerContext;
