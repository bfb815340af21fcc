using System.Text.Json;
using ChatbotSante.Dialogs.Nlu.Dates;

namespace ChatbotSante.Dialogs.Nlu.Slots;

/// <summary>Writes <see cref="BookingSlots"/> as JSON: what was not said is left out, the three yes-or-no are always there.</summary>
public static class BookingSlotsWriter
{
    public static void Write(Utf8JsonWriter json, BookingSlots slots)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(slots);
        json.WriteStartObject();
        if (slots.Specialty is not null)
        {
            json.WriteString("specialty", slots.Specialty);
        }

        if (slots.Practitioner is not null)
        {
            json.WriteString("practitioner", slots.Practitioner);
        }

        if (slots.Date is not null)
        {
            json.WritePropertyName("date");
            DateExpressionWriter.Write(json, slots.Date);
        }

        json.WriteBoolean("reason_present", slots.ReasonPresent);
        json.WriteBoolean("for_other", slots.ForOther);
        json.WriteBoolean("correction", slots.Correction);
        json.WriteEndObject();
    }
}
