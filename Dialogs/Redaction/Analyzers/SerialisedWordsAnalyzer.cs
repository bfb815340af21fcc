using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ChatbotSante.Redaction.Analyzers;

/// <summary>A patient's words are in no type that is registered with, or handed to, System.Text.Json.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SerialisedWordsAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [Rules.SerialisedWords];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(CheckContext, SymbolKind.NamedType);
        context.RegisterOperationAction(CheckCall, OperationKind.Invocation);
    }

    private static void CheckContext(SymbolAnalysisContext context)
    {
        foreach (var attribute in context.Symbol.GetAttributes())
        {
            if (
                attribute.AttributeClass?.ToDisplayString()
                    == "System.Text.Json.Serialization.JsonSerializableAttribute"
                && attribute.ConstructorArguments.FirstOrDefault().Value is ITypeSymbol type
                && attribute.ApplicationSyntaxReference is { } written
                && Where(type) is { } place
            )
            {
                context.ReportDiagnostic(
                    Diagnostic.Create(
                        Rules.SerialisedWords,
                        Location.Create(written.SyntaxTree, written.Span),
                        type.Name,
                        place
                    )
                );
            }
        }
    }

    private static void CheckCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (
            call.TargetMethod.ContainingType.ToDisplayString()
            is not "System.Text.Json.JsonSerializer"
        )
        {
            return;
        }

        foreach (var type in call.TargetMethod.TypeArguments)
        {
            if (Where(type) is { } place)
            {
                context.ReportDiagnostic(
                    Diagnostic.Create(
                        Rules.SerialisedWords,
                        call.Syntax.GetLocation(),
                        type.Name,
                        place
                    )
                );
            }
        }
    }

    /// <summary>The first property through which a patient's words would be written; null when there is none.</summary>
    private static string? Where(ITypeSymbol type) =>
        Where(type, type.Name, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default));

    private static string? Where(ITypeSymbol type, string path, HashSet<ITypeSymbol> seen)
    {
        if (
            type.Name is "PatientText" or "FoldedText"
            && type.ContainingNamespace.ToDisplayString() == "ChatbotSante.Redaction"
        )
        {
            return path;
        }

        if (!seen.Add(type))
        {
            return null;
        }

        if (type is IArrayTypeSymbol array)
        {
            return Where(array.ElementType, path, seen);
        }

        if (type is not INamedTypeSymbol named)
        {
            return null;
        }

        var inside = named
            .TypeArguments.Select(argument => Where(argument, path, seen))
            .FirstOrDefault(found => found is not null);
        for (var at = named; inside is null && at is not null && Marks.IsOurs(at); at = at.BaseType)
        {
            inside = at.GetMembers()
                .Where(IsWritten)
                .Select(member => Where(TypeOf(member), $"{named.Name}.{member.Name}", seen))
                .FirstOrDefault(found => found is not null);
        }

        return inside;
    }

    /// <summary>Properties, and fields that ask for it; one with a converter of its own was thought about.</summary>
    private static bool IsWritten(ISymbol member) =>
        !member.IsStatic
        && !member.IsImplicitlyDeclared
        && (
            member is IPropertySymbol { IsIndexer: false, GetMethod: not null }
                && member.DeclaredAccessibility is Accessibility.Public
            || Has(member, "JsonIncludeAttribute")
        )
        && !Has(member, "JsonIgnoreAttribute")
        && !Has(member, "JsonConverterAttribute");

    private static bool Has(ISymbol member, string attribute) =>
        member.GetAttributes().Any(one => one.AttributeClass?.Name == attribute);

    private static ITypeSymbol TypeOf(ISymbol member) =>
        member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
}
