using System.Text.Json;

namespace ChatbotSante.Benchmarks.Load;

/// <summary>What every conversation of a run says.</summary>
internal sealed record Script(string Name, ScriptTurn[] Turns)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <exception cref="UsageException">The file is absent, is no script, or has a turn that expects nothing.</exception>
    public static Script Read(string path)
    {
        ScriptFile? file;
        try
        {
            file = JsonSerializer.Deserialize<ScriptFile>(File.ReadAllText(path), Options);
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            throw new UsageException($"{path}: {exception.Message}");
        }

        if (file is null || file.Turns.Count == 0 || file.Turns.Any(t => t.Expect.Count == 0))
        {
            throw new UsageException(
                $"{path}: a script needs turns, and each turn something to expect."
            );
        }

        return new Script(
            file.Name,
            [
                .. file.Turns.Select(t => new ScriptTurn(
                    new TextTemplate(t.Text, forJson: true),
                    [.. t.Expect.Select(e => new TextTemplate(e, forJson: false))]
                )),
            ]
        );
    }
}
