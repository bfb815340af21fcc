using System.Globalization;
using System.Text.Json;

namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>Writes a <see cref="DateExpression"/> as JSON: local wall-clock time, no offset.</summary>
public static class DateExpressionWriter
{
    /// <summary>Writes the object, or null.</summary>
    public static void Write(Utf8JsonWriter json, DateExpression? expression)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (expression is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        if (!expression.Any.IsEmpty)
        {
            json.WriteStartArray("any");
            foreach (var one in expression.Any)
            {
                Write(json, one);
            }

            json.WriteEndArray();
        }

        WriteDays(json, expression);
        WriteTime(json, expression);
        WriteRecurrence(json, expression.Recurrence);
        json.WriteEndObject();
    }

    private static void WriteDays(Utf8JsonWriter json, DateExpression expression)
    {
        if (expression.Date is { } date)
        {
            json.WriteString("date", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        if (expression.From is not null || expression.To is not null)
        {
            WriteMoment(json, "from", expression.From);
            WriteMoment(json, "to", expression.To);
        }
    }

    private static void WriteTime(Utf8JsonWriter json, DateExpression expression)
    {
        if (expression.At is { } at)
        {
            WriteClock(json, "time", at);
        }
        else if (expression.Window is { } window)
        {
            json.WriteStartObject("time");
            WriteClock(json, "from", window.From);
            WriteClock(json, "to", window.To);
            json.WriteEndObject();
        }
    }

    private static void WriteRecurrence(Utf8JsonWriter json, DayRecurrence? recurrence)
    {
        if (recurrence is null)
        {
            return;
        }

        json.WriteStartObject("recurrence");
        json.WriteStartArray(recurrence.IsExclusion ? "exclude" : "days");
        foreach (var day in Weekdays.Of(recurrence.Days))
        {
            json.WriteStringValue(Weekdays.Code(day));
        }

        json.WriteEndArray();
        if (recurrence.IntervalWeeks > 1)
        {
            json.WriteNumber("interval_weeks", recurrence.IntervalWeeks);
        }

        json.WriteEndObject();
    }

    private static void WriteMoment(Utf8JsonWriter json, string name, DateTime? moment) =>
        json.WriteString(name, moment?.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));

    private static void WriteClock(Utf8JsonWriter json, string name, TimeOnly? time) =>
        json.WriteString(name, time?.ToString("HH:mm", CultureInfo.InvariantCulture));
}
