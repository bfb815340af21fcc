using System.Text.Json.Serialization;

namespace ChatbotSante.Bot.Ports;

/// <summary>JSON of the sealed records that are not conversations.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PartyRecord))]
[JsonSerializable(typeof(CallBackRecord))]
[JsonSerializable(typeof(WaitingRecord))]
[JsonSerializable(typeof(PatientRecord))]
[JsonSerializable(typeof(SmsRecord))]
[JsonSerializable(typeof(MissedRecord))]
internal sealed partial class RecordJson : JsonSerializerContext;
