using System.Text.Json;
using System.Text.Json.Serialization;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>Writes a name into a state that will be sealed, as <c>[surname, first name]</c>.</summary>
internal sealed class PersonNameConverter : JsonConverter<PersonName>
{
    public override PersonName? Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        reader.Read();
        var family = reader.GetString();
        reader.Read();
        var given = reader.GetString();
        reader.Read();
        return PersonName.TryCreate(family ?? string.Empty, given ?? string.Empty, out var name)
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
