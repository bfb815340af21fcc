using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatbotSante.Redaction;

/// <summary>Refuses to read or write <see cref="PatientText"/> as JSON, whichever type holds it.</summary>
public sealed class PatientTextRefusal : JsonConverter<PatientText>
{
    private const string Reason = "A patient's words are never serialised.";

    public override PatientText Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => throw new NotSupportedException(Reason);

    public override void Write(
        Utf8JsonWriter writer,
        PatientText value,
        JsonSerializerOptions options
    ) => throw new NotSupportedException(Reason);
}
