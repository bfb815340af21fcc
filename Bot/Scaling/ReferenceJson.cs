using System.Text.Json.Serialization;
using ChatbotSante.Dialogs.Activities;

namespace ChatbotSante.Bot.Scaling;

/// <summary>JSON of what travels beside an activity.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ConversationReference))]
internal sealed partial class ReferenceJson : JsonSerializerContext;
