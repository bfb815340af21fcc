using System.Diagnostics;
using System.Globalization;
using ChatbotSante.Bot.Boundary.Logs;
using ChatbotSante.Redaction;
using OpenTelemetry;

namespace ChatbotSante.Bot.Boundary.Telemetry;

/// <summary>
/// The last to touch a span before it is exported. Attributes that are not listed in <see cref="SpanTags"/> are removed, the text
/// of the others, the name and the status go through the operator's redactor, the trace state is emptied. Events and links
/// cannot be rewritten: a span that carries text in one is not exported.
/// </summary>
internal sealed class SpanRedactor(ITextRedactor redactor) : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        if (HasForeignText(data))
        {
            BoundaryInstruments.Withheld("span");
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            data.IsAllDataRequested = false;
            return;
        }

        foreach (var (name, value) in data.TagObjects.ToArray())
        {
            var kept = SpanTags.Has(name) ? Redact(value) : null;
            if (!Equals(kept, value))
            {
                BoundaryInstruments.Withheld("attribute");
                data.SetTag(name, kept);
            }
        }

        data.DisplayName = Redact(data.DisplayName);
        data.TraceStateString = null;
        if (data.StatusDescription is { } description)
        {
            data.SetStatus(data.Status, Redact(description));
        }
    }

    /// <summary>Everything of a span that is exported as text.</summary>
    public static List<string> TextOf(Activity span) =>
        [
            span.DisplayName,
            span.StatusDescription ?? string.Empty,
            span.TraceStateString ?? string.Empty,
            .. span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"),
            .. span.Events.Select(happened => happened.Name),
            .. span
                .Events.SelectMany(happened => happened.Tags)
                .Select(tag => $"{tag.Key}={tag.Value}"),
            .. span.Links.Select(link => link.Context.TraceState ?? string.Empty),
            .. span
                .Links.SelectMany(link => link.Tags ?? [])
                .Select(tag => $"{tag.Key}={tag.Value}"),
        ];

    private static bool HasForeignText(Activity span) =>
        span.Events.Any()
        || span.Links.Any(link =>
            link.Context.TraceState is { Length: > 0 } || link.Tags?.Any() == true
        );

    private object? Redact(object? value) =>
        value switch
        {
            null => null,
            string text => Redact(text),
            _ when LogValues.IsSafe(value.GetType()) => value,
            _ => Redact(Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty),
        };

    private string Redact(string text) => redactor.Redact(text).ToString();
}
