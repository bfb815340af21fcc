using System.Text.Json;
using System.Text.Json.Serialization;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>Writes a name into a state that will be sealed, as <c>[surname, first name]</c>.</summary>
internal sealed class PersonNameConverter : JsonConverter<PersonName>
{
    public override PersonName? Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        reader.Read();
        var family = reader.GetString() ?? string.Empty;
        reader.Read();
        var given = reader.GetString() ?? string.Empty;
        reader.Read();
        return
            reader.TokenType == JsonTokenType.EndArray
            && PersonName.TryCreate(family, given, out var name)
            ? name
            : throw new JsonException();
    }

    public override void Write(
        Utf8JsonWriter writer,
        PersonName value,
        JsonSerializerOptions options
    )
    {
        writer.WriteStartArray();
        writer.WriteStringValue(value.RevealFamily());
        writer.WriteStringValue(value.RevealGiven());
        writer.WriteEndArray();
    }
}
