using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChatbotSante.Benchmarks.Load;

/// <summary>A line of a script, such as « oui » or « avec le docteur {practitioner} », ready to be written without allocating.</summary>
internal sealed class TextTemplate
{
    private readonly List<(byte[]? Literal, Placeholder Placeholder)> _segments = [];

    /// <param name="text">The line; a name between braces is a <see cref="Placeholder"/>.</param>
    /// <param name="forJson">Whether what stands between placeholders is written as the inside of a JSON string.</param>
    /// <exception cref="UsageException">A name between braces is no placeholder.</exception>
    public TextTemplate(string text, bool forJson)
    {
        var rest = text;
        while (rest.Length > 0)
        {
            var open = rest.IndexOf('{', StringComparison.Ordinal);
            var literal = open < 0 ? rest : rest[..open];
            if (literal.Length > 0)
            {
                _segments.Add((Bytes(literal, forJson), default));
            }

            if (open < 0)
            {
                break;
            }

            var close = rest.IndexOf('}', open);
            var name = close < 0 ? rest[(open + 1)..] : rest[(open + 1)..close];
            if (
                close < 0
                || !Enum.TryParse<Placeholder>(name, ignoreCase: true, out var placeholder)
            )
            {
                throw new UsageException($"{{{name}}} is no placeholder of a script.");
            }

            _segments.Add((null, placeholder));
            rest = rest[(close + 1)..];
        }
    }

    /// <summary>Writes the line with the values of conversation <paramref name="number"/>.</summary>
    public void Append(ref Utf8Cursor cursor, BookingPlan plan, long number)
    {
        foreach (var (literal, placeholder) in _segments)
        {
            if (literal is null)
            {
                plan.Append(ref cursor, placeholder, number);
            }
            else
            {
                cursor.Append(literal);
            }
        }
    }

    private static byte[] Bytes(string literal, bool forJson) =>
        forJson
            ? JsonEncodedText
                .Encode(literal, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)
                .EncodedUtf8Bytes.ToArray()
            : Encoding.UTF8.GetBytes(literal);
}
