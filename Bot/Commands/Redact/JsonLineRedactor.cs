using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Commands.Redact;

/// <summary>
/// <c>{"id","text","question"?}</c> in, <c>{"id","redacted","spans","identity","health","degree"}</c> out. Other members of the input are
/// not copied: they might hold what the text holds.
/// </summary>
internal sealed class JsonLineRedactor(RedactionEngine engine) : ILineRedactor
{
    private static readonly JsonWriterOptions Writing = new()
    {
        // Accents stay accents. This goes to a file or a program, never into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <inheritdoc />
    public bool Redact(
        ReadOnlyMemory<byte> line,
        long number,
        RedactionResult result,
        IBufferWriter<byte> output
    )
    {
        if (line.Span.Trim(" \t"u8).IsEmpty)
        {
            return true;
        }

        var refusal = Read(line, out var json);
        using (json)
        {
            if (json is null || refusal is not null)
            {
                Refuse(number, refusal ?? NotJson, output);
                return false;
            }

            Write(json.RootElement, result, output);
            return true;
        }
    }

    /// <inheritdoc />
    public void Refuse(long number, IBufferWriter<byte> output) =>
        Refuse(number, "the line is longer than 16 MiB", output);

    private const string NotJson = "the line is not JSON in UTF-8";

    /// <summary>Reads a line whose members are what they should be.</summary>
    /// <returns>Null, or what is wrong.</returns>
    private static string? Read(ReadOnlyMemory<byte> line, out JsonDocument? json)
    {
        json = null;
        try
        {
            json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return "the line is not a JSON object";
            }

            if (
                !root.TryGetProperty("text", out var text)
                || text.ValueKind != JsonValueKind.String
            )
            {
                return "\"text\" must be a string";
            }

            // A broken surrogate pair cannot be told in UTF-8: it shows here, where a line can still be refused.
            _ = text.GetString();
            return !IsId(root) ? "\"id\" must be a string or a number"
                : !IsQuestion(root) ? "\"question\" must be a string or a list of strings"
                : null;
        }
        catch (JsonException)
        {
            return NotJson;
        }
        catch (InvalidOperationException)
        {
            return "a string of the line is not valid Unicode";
        }
    }

    private static bool IsId(JsonElement root)
    {
        if (!root.TryGetProperty("id", out var id))
        {
            return true;
        }

        if (id.ValueKind == JsonValueKind.String)
        {
            _ = id.GetString();
        }

        return id.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null;
    }

    private static bool IsQuestion(JsonElement root)
    {
        if (!root.TryGetProperty("question", out var question))
        {
            return true;
        }

        _ = Asked(question);
        return question.ValueKind switch
        {
            JsonValueKind.String or JsonValueKind.Null => true,
            JsonValueKind.Array => question
                .EnumerateArray()
                .All(part => part.ValueKind == JsonValueKind.String),
            _ => false,
        };
    }

    private static CategorySet Asked(JsonElement question) =>
        question.ValueKind switch
        {
            JsonValueKind.String => AskedCategories.Of(question.GetString()!),
            JsonValueKind.Array => question
                .EnumerateArray()
                .Where(part => part.ValueKind == JsonValueKind.String)
                .Select(part => AskedCategories.Of(part.GetString()!))
                .Aggregate(CategorySet.None, (all, one) => all.Union(one)),
            _ => CategorySet.None,
        };

    private void Write(JsonElement root, RedactionResult result, IBufferWriter<byte> output)
    {
        var text = root.GetProperty("text").GetString()!;
        var asked = root.TryGetProperty("question", out var question)
            ? Asked(question)
            : CategorySet.None;
        engine.Analyze(text, new RedactionContext { Expected = asked }, result);

        using (var writer = new Utf8JsonWriter(output, Writing))
        {
            writer.WriteStartObject();
            WriteId(writer, root);
            writer.WriteString("redacted", result.IsClean ? text : result.Redact(text));
            writer.WriteStartArray("spans");
            foreach (var span in result.Spans)
            {
                WriteSpan(writer, span);
            }

            writer.WriteEndArray();
            writer.WriteBoolean("identity", result.HasIdentity);
            writer.WriteBoolean("health", result.HasHealth);
            writer.WriteString("degree", DegreeOf(result.Degree));
            writer.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteId(Utf8JsonWriter writer, JsonElement root)
    {
        writer.WritePropertyName("id");
        if (!root.TryGetProperty("id", out var id) || id.ValueKind == JsonValueKind.Null)
        {
            writer.WriteNullValue();
        }
        else if (id.ValueKind == JsonValueKind.String)
        {
            writer.WriteStringValue(id.GetString());
        }
        else
        {
            id.WriteTo(writer);
        }
    }

    private static void WriteSpan(Utf8JsonWriter writer, Detection span)
    {
        writer.WriteStartObject();
        writer.WriteNumber("start", span.Start);
        writer.WriteNumber("end", span.End);
        writer.WriteString("category", DataCategories.CodeOf(span.Category));
        writer.WriteString(
            "confidence",
            span.Confidence switch
            {
                Confidence.Certain => "certain",
                Confidence.Likely => "likely",
                _ => "possible",
            }
        );
        writer.WriteEndObject();
    }

    private static string DegreeOf(SensitivityDegree degree) =>
        degree switch
        {
            SensitivityDegree.S0 => "S0",
            SensitivityDegree.S1 => "S1",
            SensitivityDegree.S2 => "S2",
            _ => "S3",
        };

    private static void Refuse(long number, string reason, IBufferWriter<byte> output)
    {
        using (var writer = new Utf8JsonWriter(output, Writing))
        {
            writer.WriteStartObject();
            writer.WriteNumber("line", number);
            writer.WriteString("error", reason);
            writer.WriteEndObject();
        }

        output.Write("\n"u8);
    }
}
