using ChatbotSante.Redaction;

namespace ChatbotSante.Training.Templates;

/// <summary>One message of a theme.</summary>
/// <param name="Theme">Name of the theme.</param>
/// <param name="IsClean">Whether nothing in it is personal.</param>
/// <param name="Expected">The questions it answers, if any.</param>
/// <param name="Source">The template as written: its hash says on which side of the split it falls.</param>
/// <param name="Node">What it says.</param>
internal sealed record Template(
    string Theme,
    bool IsClean,
    IReadOnlyList<CategorySet> Expected,
    string Source,
    TemplateNode Node
)
{
    private const int Folds = 10;

    /// <summary>One template in ten is never trained on.</summary>
    public bool IsHeldOut { get; } = WordHash.Of(Source) % Folds == 0;
}
