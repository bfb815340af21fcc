using System.Globalization;
using ChatbotSante.Bot.Rehearsals.Sweep;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ChatbotSante.Bot.Rehearsals;

/// <summary>Reads a rehearsal's YAML. What it does not know is refused, with its line: an expectation misspelt must not pass.</summary>
internal sealed class RehearsalReader
{
    private static readonly string[] FileKeys =
    [
        "titre",
        "scenario",
        "clinique",
        "dossier",
        "debut",
        "canaris",
        "tours",
    ];

    private const string Recognised = "confiance";

    private static readonly string[] ActionKeys =
    [
        "patient",
        "bouton",
        "code-recu",
        "ouvre",
        "ferme",
        "revient",
        "attendre",
        "horloge",
    ];

    private static readonly string[] TurnKeys =
    [
        .. ActionKeys,
        Recognised,
        "personne",
        "repete",
        "contient",
        "une-de",
        "sans-mention",
        "boutons",
        "sans-bouton",
        "reponses",
        "en-moins-de",
        "agenda",
        "rendez-vous",
        "sms",
        "courriel",
        "conserve",
    ];

    private static readonly string[] MessageKeys = ["nombre", "contient", "sans-mention"];

    /// <summary>Every key that may stand in a rehearsal.</summary>
    public static IReadOnlyCollection<string> Keys { get; } =
    [.. FileKeys, .. TurnKeys, .. MessageKeys];

    private readonly string _name;
    private readonly string _folder;

    private RehearsalReader(string name, string folder) => (_name, _folder) = (name, folder);

    /// <summary>Reads a file.</summary>
    /// <exception cref="RehearsalFileException">It is missing, or is no rehearsal.</exception>
    public static Rehearsal ReadFile(string path)
    {
        try
        {
            return Read(
                Path.GetFileName(path),
                File.ReadAllText(path),
                Path.GetDirectoryName(Path.GetFullPath(path))!
            );
        }
        catch (Exception inner) when (inner is IOException or UnauthorizedAccessException)
        {
            throw new RehearsalFileException(path, "ce fichier ne peut pas être lu.", inner);
        }
    }

    /// <summary>Reads a text.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="yaml">The text.</param>
    /// <param name="folder">Where the files that it names are looked for.</param>
    /// <exception cref="RehearsalFileException">It is no rehearsal.</exception>
    public static Rehearsal Read(string name, string yaml, string folder) =>
        new RehearsalReader(name, folder).Read(yaml);

    private Rehearsal Read(string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException inner)
        {
            throw Refused(
                inner.Start.Line,
                "ce n'est pas du YAML. Mettez entre guillemets un texte qui contient « : » ou « # », et alignez les lignes.",
                inner
            );
        }

        if (stream.Documents is not [{ RootNode: { } root }])
        {
            throw Refused(1, "le fichier est vide.");
        }

        var file = Map(root, FileKeys);
        var turns = Items(Needed(file, root, "tours")).Select(Turn).ToArray();
        return new Rehearsal
        {
            Name = _name,
            Title = Text(Needed(file, root, "titre")),
            Scenario = file.GetValueOrDefault("scenario") is { } scenario ? Text(scenario) : null,
            ClinicFile = file.GetValueOrDefault("clinique") is { } clinic
                ? Path.GetFullPath(Text(clinic), _folder)
                : null,
            SeedFile = file.GetValueOrDefault("dossier") is { } seed
                ? Path.GetFullPath(Text(seed), _folder)
                : null,
            StartsAt = file.GetValueOrDefault("debut") is { } start
                ? Local(start)
                : new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Unspecified),
            Canaries = file.GetValueOrDefault("canaris") is { } canaries ? Canaries(canaries) : [],
            Turns =
                turns.Length > 0 ? turns : throw Refused(root.Start.Line, "« tours » est vide."),
        };
    }

    private RehearsalTurn Turn(YamlNode node)
    {
        var turn = Map(node, TurnKeys);
        var actions = turn.Keys.Intersect(ActionKeys, StringComparer.Ordinal).ToArray();
        if (actions is not [var action])
        {
            throw Refused(
                node.Start.Line,
                $"un tour dit une chose qui arrive, une seule : {Listed(ActionKeys)}."
            );
        }

        var isRepetition = turn.GetValueOrDefault("repete") is { } repeats && Yes(repeats);
        return new RehearsalTurn(
            (int)node.Start.Line,
            turn.GetValueOrDefault("personne") is { } person ? Text(person) : null,
            Heard(Action(action, turn[action]), turn.GetValueOrDefault(Recognised)),
            isRepetition,
            [.. Expectations(turn)]
        );
    }

    /// <summary>« confiance: 0,41 »: the words are as speech recognition heard them.</summary>
    private RehearsalAction Heard(RehearsalAction action, YamlNode? confidence)
    {
        if (confidence is null)
        {
            return action;
        }

        var isShare = double.TryParse(
            Text(confidence).Replace(',', '.'),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var share
        );
        return action is RehearsalAction.Say said && isShare && share <= 1
            ? said with
            {
                Confidence = share,
            }
            : throw Refused(
                confidence.Start.Line,
                "« confiance » va avec « patient », et se dit de 0 à 1, comme « confiance: 0,41 »."
            );
    }

    private RehearsalAction Action(string key, YamlNode value)
    {
        switch (key)
        {
            case "patient":
                return new RehearsalAction.Say(Text(value));
            case "bouton":
                return new RehearsalAction.Press(Text(value));
            case "code-recu":
                return new RehearsalAction.WriteCode(Text(value) == "oui" ? null : Text(value));
            case "attendre":
                return new RehearsalAction.Wait(Duration(value));
            case "horloge":
                return new RehearsalAction.SetClock(Local(value));
            default:
                if (!Yes(value))
                {
                    throw Refused(value.Start.Line, $"écrivez « {key}: oui ».");
                }

                return key switch
                {
                    "ouvre" => new RehearsalAction.Open(),
                    "ferme" => new RehearsalAction.Close(),
                    _ => new RehearsalAction.Return(),
                };
        }
    }

    private IEnumerable<Expectation> Expectations(Dictionary<string, YamlNode> turn)
    {
        foreach (var (key, value) in turn)
        {
            var line = (int)value.Start.Line;
            switch (key)
            {
                case "repete" when Yes(value):
                    yield return new Expectation.Repeats(line);
                    break;
                case "contient":
                    yield return new Expectation.Contains(line, Texts(value));
                    break;
                case "une-de":
                    yield return new Expectation.OneOf(line, Texts(value));
                    break;
                case "sans-mention":
                    yield return new Expectation.Lacks(line, Texts(value));
                    break;
                case "boutons":
                    yield return new Expectation.Buttons(line, Texts(value));
                    break;
                case "sans-bouton":
                    yield return new Expectation.NoButtons(line, Texts(value));
                    break;
                case "reponses":
                    yield return new Expectation.Replies(line, Number(value));
                    break;
                case "en-moins-de":
                    yield return new Expectation.Within(line, Duration(value));
                    break;
                case "rendez-vous":
                    yield return new Expectation.Booked(line, Number(value));
                    break;
                case "sms" or "courriel":
                    yield return Sent(value, isSms: key == "sms");
                    break;
                case "conserve":
                    yield return new Expectation.Keeps(
                        line,
                        value is YamlScalarNode { Value: "rien" } ? [] : Texts(value)
                    );
                    break;
                case "agenda":
                    foreach (var slot in Agenda(value))
                    {
                        yield return slot;
                    }

                    break;
            }
        }
    }

    private Expectation.Sent Sent(YamlNode node, bool isSms)
    {
        var line = (int)node.Start.Line;
        if (node is YamlScalarNode)
        {
            return new Expectation.Sent(line, isSms, Number(node), [], []);
        }

        var message = Map(node, MessageKeys);
        return new Expectation.Sent(
            line,
            isSms,
            message.GetValueOrDefault("nombre") is { } count ? Number(count) : null,
            message.GetValueOrDefault("contient") is { } words ? Texts(words) : [],
            message.GetValueOrDefault("sans-mention") is { } without ? Texts(without) : []
        );
    }

    /// <summary><c>2026-11-26 09:30 girard: réservé</c>, one a line; without a practitioner, anyone's agenda.</summary>
    private IEnumerable<Expectation.Agenda> Agenda(YamlNode node)
    {
        if (node is not YamlMappingNode slots)
        {
            throw Refused(
                node.Start.Line,
                "écrivez chaque créneau sur sa ligne : « 2026-11-26 09:30 girard: réservé »."
            );
        }

        foreach (var (when, use) in slots.Children)
        {
            var words = Text(when);
            var time = words.Length >= 16 ? words[..16] : words;
            if (!RehearsalTimes.TryReadLocal(time, out var local))
            {
                throw Refused(
                    when.Start.Line,
                    $"« {words} » n'est pas un créneau, comme « 2026-11-26 09:30 girard »."
                );
            }

            yield return new Expectation.Agenda(
                (int)when.Start.Line,
                local,
                words[16..].Trim() is { Length: > 0 } practitioner ? practitioner : null,
                Text(use) switch
                {
                    "libre" => SlotUse.Free,
                    "retenu" => SlotUse.Held,
                    "réservé" => SlotUse.Booked,
                    var other => throw Refused(
                        use.Start.Line,
                        $"un créneau est « libre », « retenu » ou « réservé », et non « {other} »."
                    ),
                }
            );
        }
    }

    private Dictionary<string, YamlNode> Map(YamlNode node, string[] known)
    {
        if (node is not YamlMappingNode map)
        {
            throw Refused(
                node.Start.Line,
                $"ici vont des lignes « clé: valeur », avec les clés {Listed(known)}."
            );
        }

        var read = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Children)
        {
            var name = Text(key);
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                throw Refused(
                    key.Start.Line,
                    $"la clé « {name} » n'existe pas. Clés possibles : {Listed(known)}."
                );
            }

            read.Add(name, value);
        }

        return read;
    }

    private YamlNode Needed(Dictionary<string, YamlNode> map, YamlNode node, string key) =>
        map.GetValueOrDefault(key) ?? throw Refused(node.Start.Line, $"« {key} » manque.");

    private IEnumerable<YamlNode> Items(YamlNode node) =>
        node is YamlSequenceNode list
            ? list.Children
            : throw Refused(node.Start.Line, "ici va une liste : une ligne « - … » par élément.");

    /// <summary>A text, or a list of them.</summary>
    private string[] Texts(YamlNode node) =>
        node is YamlScalarNode ? [Text(node)] : [.. Items(node).Select(Text)];

    /// <summary>Texts long enough to be found by nothing but themselves.</summary>
    private string[] Canaries(YamlNode node) =>
        Array.Find(Texts(node), canary => canary.Length < ByteSweep.MinCanaryBytes) is { } tooShort
            ? throw Refused(
                node.Start.Line,
                $"« {tooShort} » est trop court pour un canari : le hasard le trouverait."
            )
            : Texts(node);

    private string Text(YamlNode node) =>
        node is YamlScalarNode { Value: { Length: > 0 } text }
            ? text
            : throw Refused(node.Start.Line, "ici va un texte.");

    private int Number(YamlNode node) =>
        int.TryParse(Text(node), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Refused(node.Start.Line, $"« {Text(node)} » n'est pas un nombre.");

    private bool Yes(YamlNode node) =>
        Text(node) switch
        {
            "oui" => true,
            "non" => false,
            var other => throw Refused(
                node.Start.Line,
                $"écrivez « oui » ou « non », et non « {other} »."
            ),
        };

    private DateTime Local(YamlNode node) =>
        RehearsalTimes.TryReadLocal(Text(node), out var local)
            ? local
            : throw Refused(
                node.Start.Line,
                $"« {Text(node)} » n'est pas une date et une heure, comme « 2026-11-24 10:45 »."
            );

    private TimeSpan Duration(YamlNode node) =>
        RehearsalTimes.TryReadDuration(Text(node), out var duration)
            ? duration
            : throw Refused(
                node.Start.Line,
                $"« {Text(node)} » n'est pas une durée, comme « 30 min », « 1 h 30 » ou « 3 jours »."
            );

    private static string Listed(IEnumerable<string> keys) => string.Join(", ", keys);

    private RehearsalFileException Refused(long line, string what, Exception? inner = null) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{_name}, ligne {line}"), what, inner);
}
