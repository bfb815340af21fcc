using System.Globalization;
using ChatbotSante.Dialogs.Care.Sheets;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Emergencies;
using ChatbotSante.Redaction;
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
            catch (Exception inner) when (IsMalformed(inner))
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
            var families = Parse<Dictionary<string, List<string>>>(yaml);
            return [.. families.Select(family => new EmergencyFamily(family.Key, family.Value))];
        }
        catch (YamlException inner)
        {
            throw new ContentException(name, inner);
        }
    }

    /// <summary>Reads intent files: <c>label: [phrase, …]</c>, or <c>label: {topic: [phrase, …]}</c>.</summary>
    /// <exception cref="ContentException">A file is not of that form, or names a label that no intent has.</exception>
    public static IReadOnlyList<IntentLexicon> Intents(
        IEnumerable<(string Name, string Yaml)> files
    )
    {
        ArgumentNullException.ThrowIfNull(files);
        var entries = new List<IntentLexicon>();
        foreach (var (name, yaml) in files)
        {
            try
            {
                foreach (var (label, value) in Parse<Dictionary<string, object>>(yaml))
                {
                    var intent =
                        IntentLabels.Find(label)
                        ?? throw new FormatException($"No intent has the label {label}.");
                    entries.AddRange(
                        value is Dictionary<object, object> topics
                            ? topics.Select(topic => new IntentLexicon(
                                intent,
                                TopicOf((string)topic.Key),
                                Phrases(topic.Value)
                            ))
                            : [new IntentLexicon(intent, Topic: null, Phrases(value))]
                    );
                }
            }
            catch (Exception inner) when (IsMalformed(inner))
            {
                throw new ContentException(name, inner);
            }
        }

        return entries;
    }

    /// <summary>Reads how people spell: <c>abreviations: {…}</c> and <c>garder: […]</c>.</summary>
    /// <exception cref="ContentException">The file is not of that form.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Specialties(
        string name,
        string yaml
    )
    {
        try
        {
            return Parse<Dictionary<string, object>>(yaml)
                .ToDictionary(
                    pair => pair.Key,
                    pair => (IReadOnlyList<string>)[.. Phrases(pair.Value)],
                    StringComparer.Ordinal
                );
        }
        catch (Exception inner) when (inner is YamlException or InvalidCastException)
        {
            throw new ContentException(name, inner);
        }
    }

    public static SpellingRules Spelling(string name, string yaml)
    {
        try
        {
            var sections = Parse<Dictionary<string, object>>(yaml);
            return new SpellingRules(
                ((Dictionary<object, object>)sections["abreviations"]).ToDictionary(
                    pair => FoldedText.FoldWord((string)pair.Key),
                    pair => FoldedText.FoldWord((string)pair.Value),
                    StringComparer.Ordinal
                ),
                [.. Phrases(sections["garder"]).Select(FoldedText.FoldWord)]
            );
        }
        catch (Exception inner) when (IsMalformed(inner))
        {
            throw new ContentException(name, inner);
        }
    }

    /// <summary>Reads a sheet: its front matter between two lines of dashes, then its text.</summary>
    /// <exception cref="ContentException">The file is not of that form.</exception>
    public static Sheet Sheet(string name, string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        const string fence = "---";
        var parts = markdown.ReplaceLineEndings("\n").Split($"{fence}\n", 3);
        try
        {
            if (parts is not ["", var front, var body])
            {
                throw new FormatException("A sheet starts with its front matter.");
            }

            var fields = Parse<Dictionary<string, object>>(front);
            var known = new[]
            {
                "id",
                "titre",
                "actes",
                "version",
                "valide_par",
                "fonction",
                "valide_le",
                "empreinte",
                "demonstration",
            };
            if (fields.Keys.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            {
                throw new FormatException($"A sheet has no field {unknown}.");
            }

            var signedOn = fields.GetValueOrDefault("valide_le") as string;
            return new Sheet
            {
                Id = (string)fields["id"],
                Title = (string)fields["titre"],
                Acts = Phrases(fields["actes"]),
                Version = int.Parse((string)fields["version"], CultureInfo.InvariantCulture),
                Text = string.Join(
                    ' ',
                    body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                ),
                SignedBy = fields.GetValueOrDefault("valide_par") as string,
                SignedAs = fields.GetValueOrDefault("fonction") as string,
                SignedOn = signedOn is null
                    ? null
                    : DateOnly.ParseExact(signedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                Fingerprint = fields.GetValueOrDefault("empreinte") as string,
                IsDemonstration = fields.GetValueOrDefault("demonstration") as string == "oui",
            };
        }
        catch (Exception inner) when (IsMalformed(inner) || inner is OverflowException)
        {
            throw new ContentException(name, inner);
        }
    }

    /// <summary>« general » is no topic: the intent's own answer.</summary>
    private static InfoTopic? TopicOf(string name) =>
        name is "general" or "visiting" or "offer" ? null
        : Enum.TryParse<InfoTopic>(
            name.Replace("_", string.Empty, StringComparison.Ordinal),
            ignoreCase: true,
            out var topic
        )
            ? topic
        : throw new FormatException($"There is no topic {name}.");

    private static IReadOnlyList<string> Phrases(object value) =>
        [.. ((List<object>)value).Select(phrase => (string)phrase)];

    private static T Parse<T>(string yaml) =>
        new DeserializerBuilder().Build().Deserialize<T>(yaml);

    private static bool IsMalformed(Exception fault) =>
        fault
            is YamlException
                or ArgumentException
                or InvalidCastException
                or KeyNotFoundException
                or FormatException;

    private static void Read(
        string yaml,
        Dictionary<string, IReadOnlyList<string>> wordings,
        Dictionary<string, ReplyButton> buttons
    )
    {
        foreach (var (key, value) in Parse<Dictionary<string, object>>(yaml))
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
