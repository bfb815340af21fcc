using System.Text.Json.Serialization;

namespace ChatbotSante.Dialogs.Activities;

/// <summary>The Activity Protocol's JSON: camel case, nulls left out, at most 16 levels deep, unknown fields skipped.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 16
)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(OutgoingActivity))]
public sealed partial class ActivityJson : JsonSerializerContext;
