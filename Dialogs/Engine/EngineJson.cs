using System.Text.Json.Serialization;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>JSON of what the engine stores.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [
        typeof(PersonNameConverter),
        typeof(BirthDateConverter),
        typeof(PhoneNumberConverter),
    ]
)]
[JsonSerializable(typeof(ConversationState))]
public sealed partial class EngineJson : JsonSerializerContext;
