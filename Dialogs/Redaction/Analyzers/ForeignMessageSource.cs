using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ChatbotSante.Redaction.Analyzers;

/// <summary>What an exception that is not ours says: it may quote what it was given. Ours have constant messages.</summary>
internal sealed class ForeignMessageSource(Compilation compilation) : ISource
{
    private readonly INamedTypeSymbol? _exception = compilation.GetTypeByMetadataName(
        "System.Exception"
    );

    private readonly INamedTypeSymbol? _ours = compilation.GetTypeByMetadataName(
        "ChatbotSante.Dialogs.ChatbotSanteException"
    );

    public bool IsKept(ITypeSymbol? type) => false;

    public bool IsUnprinted(ITypeSymbol? type) => IsForeign(type);

    public bool IsContent(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property.Name: "Message", Instance: { } on }
        && IsForeign(on.Type);

    private bool IsForeign(ITypeSymbol? type) => Is(type, _exception) && !Is(type, _ours);

    private static bool Is(ITypeSymbol? type, INamedTypeSymbol? kind)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at, kind))
            {
                return true;
            }
        }

        return false;
    }
}
