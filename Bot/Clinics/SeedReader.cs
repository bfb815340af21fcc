using System.Globalization;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Redaction;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ChatbotSante.Bot.Clinics;

/// <summary>
/// Reads a file of patients and their appointments, for <c>ChatbotSante seed</c>. What is not exactly of its form is refused with
/// its line, and never quoted: it may be a patient's.
/// </summary>
internal sealed class SeedReader(Clinic clinic, DateOnly today)
{
    private static readonly string[] PatientKeys =
    [
        "family",
        "given",
        "birth_date",
        "phone",
        "appointments",
    ];

    private readonly SlotGrid _grid = new(clinic);
    private readonly HashSet<Slot> _slots = [];
    private readonly HashSet<(PersonName, BirthDate)> _persons = [];

    /// <summary>The patients of a file.</summary>
    /// <exception cref="SeedFileException">The file cannot be read, is not of the form, or names what the clinic does not have.</exception>
    public async Task<IReadOnlyList<PatientOnFile>> ReadFileAsync(
        string path,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return Read(await File.ReadAllTextAsync(path, cancellationToken));
        }
        catch (Exception inner) when (inner is IOException or UnauthorizedAccessException)
        {
            throw new SeedFileException($"{Path.GetFileName(path)} cannot be read.", inner);
        }
    }

    /// <exception cref="SeedFileException">The text is not of the form, or names what the clinic does not have.</exception>
    public IReadOnlyList<PatientOnFile> Read(string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException fault)
        {
            // The parser's own message may quote a patient's name: it is not even kept as the cause.
            throw new SeedFileException(Line(fault.Start, "this is not YAML."));
        }

        Require(stream.Documents.Count == 1, Mark.Empty, "write one document.");
        var root = Fields(stream.Documents[0].RootNode, ["patients"]);
        return [.. Items(Of(root, "patients", Mark.Empty)).Select(Patient)];
    }

    private PatientOnFile Patient(YamlNode node)
    {
        var fields = Fields(node, PatientKeys);
        var familyNode = Of(fields, "family", node.Start);
        var birthNode = Of(fields, "birth_date", node.Start);
        var phoneNode = Of(fields, "phone", node.Start);
        Require(
            PersonName.TryCreate(
                Text(familyNode),
                Text(Of(fields, "given", node.Start)),
                out var name
            ),
            familyNode.Start,
            "family and given are not a name."
        );
        Require(
            DateOnly.TryParseExact(
                Text(birthNode),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            ) & BirthDate.TryCreate(date, today, out var birthDate),
            birthNode.Start,
            "birth_date is no date of birth: write 1948-03-12."
        );
        Require(
            PhoneNumber.TryParse(Text(phoneNode), out var phone),
            phoneNode.Start,
            "phone is no telephone number."
        );
        Require(_persons.Add((name!, birthDate)), node.Start, "this patient stands twice.");
        var appointments = fields.TryGetValue("appointments", out var list)
            ? Items(list).Select(Appointment).ToArray()
            : [];
        return new PatientOnFile(new DeclaredPerson(name!, birthDate, phone), appointments);
    }

    private Slot Appointment(YamlNode node)
    {
        var fields = Fields(node, ["practitioner", "start"]);
        var practitioner = Of(fields, "practitioner", node.Start);
        var startNode = Of(fields, "start", node.Start);
        Require(
            clinic.Find(Text(practitioner)) is not null,
            practitioner.Start,
            "practitioner is none of the clinic's file."
        );
        Require(
            DateTime.TryParseExact(
                Text(startNode),
                "yyyy-MM-dd'T'HH:mm",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var local
            ),
            startNode.Start,
            "start is no time: write 2026-11-26T09:00, the clinic's local time."
        );
        var slot = new Slot(Text(practitioner), clinic.Instant(local));
        Require(_grid.Has(slot), startNode.Start, "no slot of this practitioner starts then.");
        Require(_slots.Add(slot), startNode.Start, "this slot stands twice.");
        return slot;
    }

    private static Dictionary<string, YamlNode> Fields(YamlNode node, string[] keys)
    {
        Require(node is YamlMappingNode, node.Start, $"write {string.Join(", ", keys)}.");
        var fields = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, value) in (YamlMappingNode)node)
        {
            var name = Text(key);
            Require(
                keys.Contains(name, StringComparer.Ordinal),
                key.Start,
                $"unknown key; known are {string.Join(", ", keys)}."
            );
            fields.Add(name, value);
        }

        return fields;
    }

    private static YamlNode Of(Dictionary<string, YamlNode> fields, string key, Mark where)
    {
        Require(fields.ContainsKey(key), where, $"{key} is missing.");
        return fields[key];
    }

    private static IEnumerable<YamlNode> Items(YamlNode node)
    {
        Require(node is YamlSequenceNode, node.Start, "write a list.");
        return (YamlSequenceNode)node;
    }

    private static string Text(YamlNode node)
    {
        Require(node is YamlScalarNode { Value: not null }, node.Start, "write one value.");
        return ((YamlScalarNode)node).Value!;
    }

    private static void Require(bool holds, Mark where, string what)
    {
        if (!holds)
        {
            throw new SeedFileException(Line(where, what));
        }
    }

    private static string Line(Mark where, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"line {where.Line}: {what}");
}
