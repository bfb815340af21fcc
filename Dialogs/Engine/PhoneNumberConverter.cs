using System.Text.Json;
using System.Text.Json.Serialization;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>Writes a telephone number into a state that will be sealed, in E.164.</summary>
internal sealed class PhoneNumberConverter : JsonConverter<PhoneNumber>
{
    public override PhoneNumber Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) =>
        reader.GetString() is ['+', ..] e164
            ? PhoneNumber.FromE164(e164)
            : throw new JsonException();

    public override void Write(
        Utf8JsonWriter writer,
        PhoneNumber value,
        JsonSerializerOptions options
    ) => writer.WriteStringValue(value.Reveal());
}
