using System.Globalization;
using System.Text.Json;
using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Commands.Understand;

/// <summary>One line of the input: <c>{"text","ref"?,"channel"?}</c>.</summary>
internal sealed record Sentence(PatientText Text, DateTime? Reference, bool IsSpoken)
{
    private const string ReferenceForm = "yyyy-MM-dd'T'HH:mm";

    /// <summary>Reads a line.</summary>
    /// <returns>Null when it cannot be read; then what is wrong, which never quotes it.</returns>
    public static Sentence? Read(string line, out string? refusal)
    {
        refusal = null;
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (
                root.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("text", out var text)
            )
            {
                refusal = "an object with \"text\" is wanted";
                return null;
            }

            var channel = root.TryGetProperty("channel", out var said) ? said.GetString() : "chat";
            if (channel is not ("chat" or "voice" or null))
            {
                refusal = "\"channel\" must be \"chat\" or \"voice\"";
                return null;
            }

            DateTime? reference = null;
            if (root.TryGetProperty("ref", out var written) && written.GetString() is { } at)
            {
                if (!IsLocal(at, out var read))
                {
                    refusal = "\"ref\" must be the clinic's local time, as 2026-11-23T09:00";
                    return null;
                }

                reference = read;
            }

            return new Sentence(
                new PatientText(text.GetString() ?? string.Empty),
                reference,
                channel == "voice"
            );
        }
        catch (JsonException)
        {
            refusal = "the line is not JSON";
            return null;
        }
        catch (InvalidOperationException)
        {
            refusal = "\"text\", \"ref\" and \"channel\" must be strings";
            return null;
        }
    }

    private static bool IsLocal(string written, out DateTime read) =>
        DateTime.TryParseExact(
            written,
            [ReferenceForm, ReferenceForm + "':'ss"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out read
        );
}
