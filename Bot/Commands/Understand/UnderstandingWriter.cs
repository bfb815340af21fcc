using System.Text.Encodings.Web;
using System.Text.Json;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Dates;
using ChatbotSante.Dialogs.Nlu.Slots;

namespace ChatbotSante.Bot.Commands.Understand;

/// <summary>Writes what was understood as one line of JSON.</summary>
internal static class UnderstandingWriter
{
    private static readonly JsonWriterOptions Writing = new()
    {
        // Accents stay accents: this goes to a file or a program, never into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(Stream output, Understanding heard, BookingSlots slots)
    {
        using (var json = new Utf8JsonWriter(output, Writing))
        {
            json.WriteStartObject();
            Intents(json, heard);
            json.WritePropertyName("slots");
            BookingSlotsWriter.Write(json, slots);
            json.WritePropertyName("date");
            DateExpressionWriter.Write(json, slots.Date);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void Intents(Utf8JsonWriter json, Understanding heard)
    {
        // Nothing said asks for nothing.
        var (label, score) = heard.Verdict is { } verdict
            ? (verdict.Label, verdict.Score)
            : (IntentLabels.Of(Intent.OutOfScope), 1);
        var labels = heard.Verdict?.Labels ?? [label];
        if (heard.Emergency is { IsClear: true } && label != IntentLabels.Emergency)
        {
            labels = labels
                .Remove(IntentLabels.Of(Intent.OutOfScope), StringComparer.Ordinal)
                .Insert(0, IntentLabels.Emergency);
            (label, score) = (IntentLabels.Emergency, 1);
        }

        json.WriteString("intent", label);
        json.WriteNumber("score", Math.Round(score, 3));
        json.WriteStartArray("intents");
        foreach (var one in labels)
        {
            json.WriteStringValue(one);
        }

        json.WriteEndArray();
        var emergency =
            heard.Emergency is { } signal ? (signal.IsClear ? "now" : "ask")
            : label == IntentLabels.Emergency ? "ask"
            : null;
        json.WriteString("emergency", emergency);
    }
}
