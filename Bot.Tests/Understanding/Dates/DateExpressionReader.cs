using System.Globalization;
using System.Text.Json;
using ChatbotSante.Dialogs.Nlu.Dates;

namespace ChatbotSante.Tests.Understanding.Dates;

/// <summary>Reads the JSON that <see cref="DateExpressionWriter"/> writes, and that the sets are labelled with.</summary>
internal static class DateExpressionReader
{
    public static DateExpression? Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement);
    }

    public static DateExpression? Read(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var expression = new DateExpression();
        foreach (var property in json.EnumerateObject())
        {
            var value = property.Value;
            expression = property.Name switch
            {
                "date" => expression with
                {
                    Date = DateOnly.ParseExact(
                        value.GetString()!,
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture
                    ),
                },
                "from" => expression with { From = Moment(value) },
                "to" => expression with { To = Moment(value) },
                "time" when value.ValueKind == JsonValueKind.String => expression with
                {
                    At = Clock(value),
                },
                "time" => expression with
                {
                    Window = new ClockWindow(
                        value.TryGetProperty("from", out var from) ? Clock(from) : null,
                        value.TryGetProperty("to", out var to) ? Clock(to) : null
                    ),
                },
                "recurrence" => expression with { Recurrence = Recurrence(value) },
                "any" => expression with
                {
                    Any = [.. value.EnumerateArray().Select(one => Read(one)!)],
                },
                _ => throw new FormatException($"A date has no {property.Name}."),
            };
        }

        return expression;
    }

    private static DayRecurrence Recurrence(JsonElement json)
    {
        var isExclusion = json.TryGetProperty("exclude", out var days);
        days = isExclusion ? days : json.GetProperty("days");
        return new DayRecurrence(
            days.EnumerateArray().Sum(day => Weekdays.BitOf(day.GetString()!)),
            isExclusion,
            json.TryGetProperty("interval_weeks", out var weeks) ? weeks.GetInt32() : 1
        );
    }

    private static DateTime? Moment(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null
            ? null
            : DateTime.ParseExact(
                json.GetString()!,
                "yyyy-MM-ddTHH:mm",
                CultureInfo.InvariantCulture
            );

    private static TimeOnly? Clock(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null
            ? null
            : TimeOnly.ParseExact(json.GetString()!, "HH:mm", CultureInfo.InvariantCulture);
}
