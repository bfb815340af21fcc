using System.Text.Json.Serialization;

namespace ChatbotSante.Bot.Channels.DirectLine;

/// <summary>JSON of Direct Line's own bodies.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ConversationStarted))]
[JsonSerializable(typeof(PostedActivity))]
[JsonSerializable(typeof(DirectLineError))]
internal sealed partial class DirectLineJson : JsonSerializerContext;
