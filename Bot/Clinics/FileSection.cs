using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ChatbotSante.Bot.Clinics;

/// <summary>
/// One mapping of the clinic's file. Every key is asked for once, by name and kind; what was not asked for by the end is
/// refused as unknown. A value that is refused reads as empty, so that all refusals are found in one reading.
/// </summary>
internal sealed class FileSection
{
    private readonly YamlMappingNode _node;
    private readonly string _name;
    private readonly ClinicRefusals _refusals;
    private readonly List<string> _known = [];

    /// <param name="node">The mapping.</param>
    /// <param name="name">What the operator would call it (« practitioners »); empty for the whole file.</param>
    /// <param name="refusals">Takes what is wrong.</param>
    public FileSection(YamlMappingNode node, string name, ClinicRefusals refusals)
    {
        _node = node;
        _name = name;
        _refusals = refusals;
    }

    /// <summary>Where the section starts.</summary>
    public long Line => _node.Start.Line;

    public void Refuse(long line, string what) => _refusals.Add(line, what);

    /// <summary>Whether the key stands in the section, and where.</summary>
    public long? LineOf(string key) => Find(key)?.Start.Line;

    /// <summary>Whether the key holds keys of its own.</summary>
    public bool IsTable(string key) => Find(key) is YamlMappingNode;

    /// <summary>A text that must be there.</summary>
    public Written Required(string key)
    {
        if (Optional(key) is { } written)
        {
            return written;
        }

        Refuse(LineOf(key) ?? Line, $"{Named(key)} is missing or empty.");
        return new Written(string.Empty, Line);
    }

    /// <summary>A text; null when the key is not there, or has no value.</summary>
    public Written? Optional(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case YamlScalarNode scalar:
                return IsEmpty(scalar)
                    ? null
                    : new Written(scalar.Value!.Trim(), scalar.Start.Line);
            case var other:
                Refuse(other.Start.Line, $"{Named(key)} must be a single value.");
                return null;
        }
    }

    /// <summary>A whole number; null when the key is not there or its value was refused.</summary>
    public int? Number(string key, int least, int most)
    {
        if (Optional(key) is not { } written)
        {
            return null;
        }

        if (
            int.TryParse(
                written.Value,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
            && number >= least
            && number <= most
        )
        {
            return number;
        }

        Refuse(
            written.Line,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Named(key)} is {written.Value}: write a whole number from {least} to {most}."
            )
        );
        return null;
    }

    /// <summary>A list of texts; empty when the key is not there.</summary>
    public IReadOnlyList<Written> Texts(string key) => Texts(key, Find(key));

    /// <summary>A list of mappings; empty when the key is not there.</summary>
    public IReadOnlyList<FileSection> Sections(string key)
    {
        var sections = new List<FileSection>();
        if (Find(key) is not { } node || IsEmpty(node))
        {
            return sections;
        }

        if (node is not YamlSequenceNode list)
        {
            Refuse(node.Start.Line, $"{Named(key)} must be a list: start each entry with a dash.");
            return sections;
        }

        foreach (var item in list)
        {
            if (item is YamlMappingNode mapping)
            {
                sections.Add(new FileSection(mapping, key, _refusals));
            }
            else
            {
                Refuse(
                    item.Start.Line,
                    $"an entry of {Named(key)} is not of the form {{ id: …, label: … }}."
                );
            }
        }

        return sections;
    }

    /// <summary>One mapping; null when the key is not there.</summary>
    public FileSection? Section(string key)
    {
        if (Find(key) is not { } node || IsEmpty(node))
        {
            return null;
        }

        if (node is YamlMappingNode mapping)
        {
            return new FileSection(mapping, key, _refusals);
        }

        Refuse(node.Start.Line, $"{Named(key)} must hold keys of its own.");
        return null;
    }

    /// <summary>A mapping whose keys are the operator's (days), each with a list of texts; null when the key is not there.</summary>
    public IReadOnlyList<(Written Key, IReadOnlyList<Written> Values)>? Table(string key)
    {
        if (Section(key) is not { } section)
        {
            return null;
        }

        return
        [
            .. section._node.Select(entry =>
                (
                    new Written(TextOf(entry.Key), entry.Key.Start.Line),
                    section.Texts(TextOf(entry.Key), entry.Value)
                )
            ),
        ];
    }

    /// <summary>Refuses every key that was not asked for.</summary>
    public void Close()
    {
        foreach (var key in _node.Children.Keys)
        {
            var name = TextOf(key);
            if (!_known.Contains(name, StringComparer.Ordinal))
            {
                var place = _name.Length == 0 ? "here" : $"in {_name}";
                Refuse(
                    key.Start.Line,
                    $"unknown key {name}. Known {place}: {string.Join(", ", _known)}."
                );
            }
        }
    }

    private List<Written> Texts(string key, YamlNode? node)
    {
        switch (node)
        {
            case null:
                return [];
            case YamlScalarNode scalar:
                return IsEmpty(scalar)
                    ? []
                    : [new Written(scalar.Value!.Trim(), scalar.Start.Line)];
            case YamlSequenceNode list when list.All(item => item is YamlScalarNode):
                return
                [
                    .. list.Cast<YamlScalarNode>()
                        .Where(item => !IsEmpty(item))
                        .Select(item => new Written(item.Value!.Trim(), item.Start.Line)),
                ];
            default:
                Refuse(node.Start.Line, $"{Named(key)} must be a list of single values.");
                return [];
        }
    }

    private YamlNode? Find(string key)
    {
        if (!_known.Contains(key, StringComparer.Ordinal))
        {
            _known.Add(key);
        }

        return _node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }

    private string Named(string key) => _name.Length == 0 ? key : $"{_name}: {key}";

    private static string TextOf(YamlNode node) =>
        node is YamlScalarNode { Value: { } text } ? text : "(a key that is not a word)";

    private static bool IsEmpty(YamlNode node) =>
        node
            is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" }
                or YamlScalarNode { Value: null or "" };
}
