using Microsoft.CodeAnalysis;

namespace ChatbotSante.Redaction.Analyzers;

/// <summary>What must not leave.</summary>
internal interface ISource
{
    /// <summary>A value of this type must not leave at all.</summary>
    bool IsKept(ITypeSymbol? type);

    /// <summary>A value of this type must not be made a text.</summary>
    bool IsUnprinted(ITypeSymbol? type);

    /// <summary>An operation that gives content away: a revealed name, a property that holds one.</summary>
    bool IsContent(IOperation operation);
}
