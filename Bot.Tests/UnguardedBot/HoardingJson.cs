using System.Text.Json.Serialization;

namespace ChatbotSante.UnguardedBot;

[JsonSerializable(typeof(HoardingState))]
internal sealed partial class HoardingJson : JsonSerializerContext;
