using Microsoft.CodeAnalysis;

namespace ChatbotSante.Redaction.Analyzers;

/// <summary>A place where values leave, and the rule that says what may not.</summary>
internal sealed class Exit(
    DiagnosticDescriptor rule,
    IEnumerable<IOperation> values,
    bool isPrinted = false
)
{
    public DiagnosticDescriptor Rule => rule;

    /// <summary>What leaves there.</summary>
    public IEnumerable<IOperation> Values => values;

    /// <summary>The values become a text there, whatever they are.</summary>
    public bool IsPrinted => isPrinted;
}
