using ChatbotSante.Redaction;

namespace ChatbotSante.Training.Templates;

/// <summary>One way to say a rule.</summary>
internal sealed record Alternative(
    string Source,
    TemplateNode Node,
    Gender Gender,
    DataCategory? Category
)
{
    private const int Folds = 10;

    /// <summary>One entry in ten of the lists of health, hidden when it is measured how the tagger does on words it never saw.</summary>
    public bool IsHideable { get; } =
        Category >= DataCategory.Symptom && WordHash.Of(Source) % Folds == 0;
}
