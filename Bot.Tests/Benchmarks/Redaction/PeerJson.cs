using System.Text.Json.Serialization;

namespace ChatbotSante.Benchmarks.Redaction;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IEnumerable<PeerMessage>))]
[JsonSerializable(typeof(Dictionary<string, PeerResult>))]
internal sealed partial class PeerJson : JsonSerializerContext;
