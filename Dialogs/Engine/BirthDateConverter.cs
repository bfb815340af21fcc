using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>Writes a date of birth into a state that will be sealed, in ISO 8601.</summary>
internal sealed class BirthDateConverter : JsonConverter<BirthDate>
{
    public override BirthDate Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) =>
        DateOnly.TryParseExact(
            reader.GetString(),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        ) && BirthDate.TryCreate(date, date, out var birthDate)
            ? birthDate
            : throw new JsonException();

    public override void Write(
        Utf8JsonWriter writer,
        BirthDate value,
        JsonSerializerOptions options
    ) => writer.WriteStringValue(value.RevealIso());
}
