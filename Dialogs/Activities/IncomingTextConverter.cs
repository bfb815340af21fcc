using System.Text.Json;
using System.Text.Json.Serialization;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Activities;

/// <summary>Reads a patient's words from an activity; never writes them.</summary>
internal sealed class IncomingTextConverter : JsonConverter<PatientText>
{
    public override PatientText? Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is { } text
            ? new PatientText(text)
            : null;

    public override void Write(
        Utf8JsonWriter writer,
        PatientText value,
        JsonSerializerOptions options
    ) => throw new NotSupportedException("A patient's words are never serialised.");
}
