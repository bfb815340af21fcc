using System.Text.Json.Serialization;

namespace ChatbotSante.Bot.Clinics;

/// <summary>JSON of the public page's facts.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ClinicPage))]
internal sealed partial class ClinicPageJson : JsonSerializerContext;
