using ChatbotSante.Dialogs.Nlu.Emergencies;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>Reads the content's YAML. The host gives the text of each file; nothing here opens one.</summary>
public static class ContentReader
{
    /// <summary>Reads reply files: <c>key: [wording, …]</c>, and under <c>boutons</c>, <c>key: {titre, dit, lien}</c>.</summary>
    /// <exception cref="ContentException">A file is not of that form, or a key stands twice.</exception>
    public static ReplyCatalog Replies(IEnumerable<(string Name, string Yaml)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var wordings = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var buttons = new Dictionary<string, ReplyButton>(StringComparer.Ordinal);
        foreach (var (name, yaml) in files)
        {
            try
            {
                Read(yaml, wordings, buttons);
            }
            catch (Exception inner)
                when (inner
                        is YamlException
                            or ArgumentException
                            or InvalidCastException
                            or KeyNotFoundException
                )
            {
                throw new ContentException(name, inner);
            }
        }

        return new ReplyCatalog(wordings, buttons);
    }

    /// <summary>Reads the emergency wordings: <c>code: [phrase, …]</c>, in order.</summary>
    /// <exception cref="ContentException">The file is not of that form.</exception>
    public static IReadOnlyList<EmergencyFamily> Emergencies(string name, string yaml)
    {
        try
        {
            var families = new DeserializerBuilder()
                .Build()
                .Deserialize<Dictionary<string, List<string>>>(yaml);
            return [.. families.Select(family => new EmergencyFamily(family.Key, family.Value))];
        }
        catch (YamlException inner)
        {
            throw new ContentException(name, inner);
        }
    }

    private static void Read(
        string yaml,
        Dictionary<string, IReadOnlyList<string>> wordings,
        Dictionary<string, ReplyButton> buttons
    )
    {
        var entries = new DeserializerBuilder()
            .Build()
            .Deserialize<Dictionary<string, object>>(yaml);
        foreach (var (key, value) in entries)
        {
            if (!string.Equals(key, "boutons", StringComparison.Ordinal))
            {
                wordings.Add(
                    key,
                    [.. ((List<object>)value).Select(wording => ((string)wording).Trim())]
                );
                continue;
            }

            foreach (var (button, description) in (Dictionary<object, object>)value)
            {
                var fields = (Dictionary<object, object>)description;
                buttons.Add(
                    (string)button,
                    new ReplyButton(
                        (string)fields["titre"],
                        fields.GetValueOrDefault("dit") as string,
                        fields.GetValueOrDefault("lien") as string
                    )
                );
            }
        }
    }
}
