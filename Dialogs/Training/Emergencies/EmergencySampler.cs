using ChatbotSante.Dialogs.Nlu.Emergencies;
using ChatbotSante.Training.Rendering;
using ChatbotSante.Training.Templates;

namespace ChatbotSante.Training.Emergencies;

/// <summary>
/// Makes messages of every meaning: a template, at times with another before or after it, begun and ended as people do, written
/// in one of seven styles, at times misspelt on top. All but the template are drawn alike for every meaning.
/// </summary>
internal sealed class EmergencySampler
{
    private const double Begun = 0.35;
    private const double Ended = 0.2;
    private const double Joined = 0.4;
    private const double Misspelt = 0.3;
    private const double MostMisspelt = 0.15;

    /// <summary>Of what is silent, that much is of the tagger's grammar, and that much is said by who wants something else.</summary>
    private const double Ordinarily = 0.3;
    private const double Intently = 0.25;

    private static readonly string[] Joints = [" ", " ", ". ", ", ", " et ", "... ", " mais "];
    private static readonly MessageStyle[] Styles = Enum.GetValues<MessageStyle>();

    /// <summary>Themes of the tagger's grammar that hold no danger.</summary>
    private static readonly HashSet<string> Ordinary = new(StringComparer.Ordinal)
    {
        "generic",
        "desk",
        "idioms",
        "words",
        "moreclean",
        "generalcare",
        "moreidioms",
        "morewards",
        "prose",
        "calls",
        "identity",
        "place",
    };

    private readonly TemplateRenderer _renderer;
    private readonly Template[][] _byMeaning;
    private readonly Template[] _ordinary;
    private readonly Template[] _intents;
    private readonly Func<string, bool> _isDanger;
    private readonly Template _opening;
    private readonly Template _closing;

    /// <param name="grammar">What is said.</param>
    /// <param name="fillers">Names, places, drugs.</param>
    /// <param name="intents">What is said by who wants something else.</param>
    /// <param name="isDanger">Whether a wording of danger is in a message: no such phrase of an intent is taught as silence.</param>
    /// <param name="keep">Which templates.</param>
    public EmergencySampler(
        TemplateGrammar grammar,
        FillerSource fillers,
        IReadOnlyList<Template> intents,
        Func<string, bool> isDanger,
        Func<Template, bool> keep
    )
    {
        _intents = [.. intents.Where(keep)];
        _isDanger = isDanger;
        _renderer = new TemplateRenderer(grammar, fillers, HiddenWords.Shown);
        var templates = grammar.Templates.Where(keep).ToLookup(template => Meaning(template.Theme));
        _byMeaning =
        [
            .. Enumerable.Range(0, EmergencyModel.Meanings).Select(i => templates[i].ToArray()),
        ];
        _ordinary = [.. templates[-1].Where(template => Ordinary.Contains(template.Theme))];
        _opening = Blank("{eopen}");
        _closing = Blank("{eclosing}");
    }

    public EmergencyMessage Next(SeededRandom random)
    {
        var meaning = DrawMeaning(random);
        var parts = new List<LabelledText> { Draw(meaning, random) };
        if (random.Chance(Joined))
        {
            // What is joined to an emergency is of any kind but another; what is joined to silence is silent.
            var other =
                meaning >= EmergencyModel.FirstFamily && random.Chance(0.1)
                    ? EmergencyModel.Question
                    : EmergencyModel.Silence;
            for (var more = random.Between(1, 2); more > 0; more--)
            {
                parts.Insert(random.Below(parts.Count + 1), Draw(other, random));
            }
        }

        var text = new LabelledText();
        if (random.Chance(Begun))
        {
            text.Append(_renderer.Render(_opening, random));
            text.Append(" ");
        }

        for (var i = 0; i < parts.Count; i++)
        {
            text.Append(i == 0 ? string.Empty : random.Pick(Joints));
            text.Append(parts[i]);
        }

        if (random.Chance(Ended))
        {
            text.Append(_renderer.Render(_closing, random));
        }

        var (written, _) = StyleRenderer.Render(text, random.Pick(Styles), random);
        return new EmergencyMessage(
            random.Chance(Misspelt)
                ? Misspell(written, random.NextUnit() * MostMisspelt, random)
                : written,
            meaning
        );
    }

    private static string Misspell(string text, double rate, SeededRandom random) =>
        string.Join(
            ' ',
            text.Split(' ')
                .Select(word => random.Chance(rate) ? SpellingSlips.Mistype(word, random) : word)
        );

    private static int DrawMeaning(SeededRandom random) =>
        random.NextUnit() switch
        {
            < 0.44 => EmergencyModel.Silence,
            < 0.60 => EmergencyModel.Question,
            _ => EmergencyModel.FirstFamily + random.Below(EmergencyModel.Families),
        };

    private LabelledText Draw(int meaning, SeededRandom random)
    {
        if (meaning != EmergencyModel.Silence)
        {
            return _renderer.Render(random.Pick(_byMeaning[meaning]), random);
        }

        var kind = random.NextUnit();
        if (kind < Ordinarily)
        {
            return _renderer.Render(random.Pick(_ordinary), random);
        }

        return kind < Ordinarily + Intently
            ? DrawIntent(random)
            : _renderer.Render(random.Pick(_byMeaning[meaning]), random);
    }

    private LabelledText DrawIntent(SeededRandom random)
    {
        while (true)
        {
            var said = _renderer.Render(random.Pick(_intents), random);
            if (!_isDanger(said.ToString()))
            {
                return said;
            }
        }
    }

    private static int Meaning(string theme) =>
        theme switch
        {
            "none" => EmergencyModel.Silence,
            "ask" => EmergencyModel.Question,
            "u1" => EmergencyModel.FirstFamily,
            "u2" => EmergencyModel.FirstFamily + 1,
            "u3" => EmergencyModel.FirstFamily + 2,
            "u4" => EmergencyModel.FirstFamily + 3,
            "u5" => EmergencyModel.FirstFamily + 4,
            "u6" => EmergencyModel.FirstFamily + 5,
            "u7" => EmergencyModel.FirstFamily + 6,
            "u8" => EmergencyModel.FirstFamily + 7,
            "u9" => EmergencyModel.FirstFamily + 8,
            "u10" => EmergencyModel.FirstFamily + 9,
            "u11" => EmergencyModel.FirstFamily + 10,
            "u12" => EmergencyModel.FirstFamily + 11,
            _ => -1,
        };

    private static Template Blank(string source) =>
        new("wrap", IsClean: true, [], source, TemplateParser.Parse(source));
}
