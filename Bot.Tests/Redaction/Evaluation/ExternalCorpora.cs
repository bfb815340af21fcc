using System.Text.Json;

namespace ChatbotSante.Tests.Redaction.Evaluation;

/// <summary>
/// Corpora of others, read from a folder and never copied here: their licences let one measure, and some of them nothing else.
/// </summary>
internal sealed class ExternalCorpora(string folder)
{
    /// <summary>The environment's name for the folder; <c>./build.sh prove redaction --corpora FOLDER</c> sets it.</summary>
    public const string Variable = "CHATBOTSANTE_CORPORA";

    /// <summary>The corpora of the folder that was named; null when none was.</summary>
    public static ExternalCorpora? FromEnvironment() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder
            ? new ExternalCorpora(folder)
            : null;

    /// <summary>The texts of one corpus; none when the folder lacks it.</summary>
    /// <param name="name">Such as <c>simsamu_dev</c>.</param>
    public IEnumerable<ExternalText> Read(string name)
    {
        var path = Path.Combine(folder, name + ".jsonl");
        return File.Exists(path) ? File.ReadLines(path).Select(Parse) : [];
    }

    private static ExternalText Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var spans = new List<(int Start, int End, string Label)>();
        if (root.TryGetProperty("expected", out var expected))
        {
            spans.AddRange(
                expected
                    .EnumerateArray()
                    .Select(pair => (pair[0].GetInt32(), pair[1].GetInt32(), ""))
            );
        }
        else if (root.TryGetProperty("entities", out var entities))
        {
            spans.AddRange(
                entities
                    .EnumerateArray()
                    .Select(e =>
                        (
                            e.GetProperty("start").GetInt32(),
                            e.GetProperty("end").GetInt32(),
                            e.GetProperty("type").GetString()!
                        )
                    )
            );
        }

        var group =
            root.TryGetProperty("group", out var name) ? name.GetString()!
            : root.TryGetProperty("recognizer", out var recognizer) ? recognizer.GetString()!
            : "";
        return new ExternalText(group, root.GetProperty("text").GetString()!, spans);
    }
}
