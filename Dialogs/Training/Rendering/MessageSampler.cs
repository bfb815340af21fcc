using ChatbotSante.Redaction;
using ChatbotSante.Training.Templates;

namespace ChatbotSante.Training.Rendering;

/// <summary>Makes messages: one template or several, a style, and now and then the question it answers.</summary>
internal sealed class MessageSampler
{
    private const double Joined = 0.35;
    private const double AnswersItsQuestion = 0.7;
    private const double AnswersAnother = 0.2;

    private static readonly MessageStyle[] Styles = Enum.GetValues<MessageStyle>();

    private static readonly CategorySet[] Questions =
    [
        CategorySet.Of(DataCategory.Name),
        CategorySet.Of(DataCategory.Name, DataCategory.Phone, DataCategory.BirthDate),
        CategorySet.Of(DataCategory.Phone),
        CategorySet.Of(DataCategory.Date),
        CategorySet.Of(DataCategory.Procedure),
        CategorySet.Health,
    ];

    private static readonly string[] Joints = [" ", " ", "\n", ". ", ", ", "... ", " ! ", " et "];

    private readonly TemplateRenderer _renderer;
    private readonly IReadOnlyList<Template> _templates;
    private readonly IReadOnlyList<Template> _clean;

    public MessageSampler(TemplateRenderer renderer, IEnumerable<Template> templates)
    {
        _renderer = renderer;
        _templates = [.. templates];
        _clean = [.. _templates.Where(template => template.IsClean)];
    }

    public RenderedMessage Next(SeededRandom random) => Next(random, random.Pick(Styles));

    public RenderedMessage Next(SeededRandom random, MessageStyle style)
    {
        var template = random.Pick(_templates);
        var text = _renderer.Render(template, random);
        var expected = Question(template, random);
        if (expected.IsEmpty && random.Chance(Joined))
        {
            // What is clean is joined to what is clean, so that false alarms are counted on whole messages.
            var others = template.IsClean ? _clean : _templates;
            for (var more = random.Between(1, 2); more > 0; more--)
            {
                text.Append(random.Pick(Joints));
                text.Append(_renderer.Render(random.Pick(others), random));
            }
        }

        var (rendered, spans) = StyleRenderer.Render(text, style, random);
        return new RenderedMessage(rendered, style, expected, template.IsClean, spans);
    }

    private static CategorySet Question(Template template, SeededRandom random) =>
        template.Expected.Count > 0
            ? random.Chance(AnswersItsQuestion)
                ? random.Pick(template.Expected)
                : CategorySet.None
            : random.Chance(AnswersAnother)
                ? random.Pick(Questions)
                : CategorySet.None;
}
