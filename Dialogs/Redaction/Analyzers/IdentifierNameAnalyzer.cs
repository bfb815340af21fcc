using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ChatbotSante.Redaction.Analyzers;

/// <summary>A text that is named as an identifier has a type, or says whose it is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IdentifierNameAnalyzer : DiagnosticAnalyzer
{
    /// <summary>What a name ends with, in small letters; a plural counts.</summary>
    private static readonly string[] Endings =
    [
        "nir",
        "ins",
        "ipp",
        "iban",
        "phone",
        "telephone",
        "phonenumber",
        "email",
        "mailaddress",
        "birthdate",
        "dateofbirth",
        "patientid",
        "patientname",
        "familyname",
        "surname",
    ];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [Rules.BareIdentifier];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var marks = new Marks(start.Compilation);
            start.RegisterSymbolAction(
                symbol => Check(symbol, marks),
                SymbolKind.Parameter,
                SymbolKind.Property
            );
        });
    }

    private static void Check(SymbolAnalysisContext context, Marks marks)
    {
        var symbol = context.Symbol;
        var type = symbol is IPropertySymbol property
            ? property.Type
            : ((IParameterSymbol)symbol).Type;
        if (
            symbol.IsImplicitlyDeclared
            || IsOfRecord(symbol)
            || !IsText(type)
            || !IsIdentifier(symbol.Name)
            || marks.HasAnyClass(symbol)
            || marks.IsMarked(symbol.ContainingType)
        )
        {
            return;
        }

        context.ReportDiagnostic(
            Diagnostic.Create(Rules.BareIdentifier, symbol.Locations[0], symbol.Name)
        );
    }

    /// <summary>The property that a record makes of a parameter, which is looked at itself.</summary>
    private static bool IsOfRecord(ISymbol symbol) =>
        symbol is IPropertySymbol { ContainingType.IsRecord: true }
        && symbol.ContainingType.InstanceConstructors.Any(constructor =>
            constructor.Parameters.Any(parameter =>
                parameter.Locations.FirstOrDefault() == symbol.Locations.FirstOrDefault()
            )
        );

    private static bool IsText(ITypeSymbol type) =>
        type switch
        {
            { SpecialType: SpecialType.System_String } => true,
            IArrayTypeSymbol array => IsText(array.ElementType),
            INamedTypeSymbol { TypeArguments.Length: 1 } some => IsText(some.TypeArguments[0])
                || some.TypeArguments[0].SpecialType == SpecialType.System_Char,
            _ => false,
        };

    private static bool IsIdentifier(string name) => Endings.Any(ending => EndsWith(name, ending));

    /// <summary>As words, so that <c>souvenir</c> and <c>bins</c> are none: <c>homePhone</c>, <c>Nir</c>, <c>phones</c>.</summary>
    private static bool EndsWith(string name, string ending)
    {
        var singular =
            name.EndsWith("s", StringComparison.Ordinal)
            && !name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
                ? name.Substring(0, name.Length - 1)
                : name;
        var start = singular.Length - ending.Length;
        return start >= 0
            && singular.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
            && (start == 0 || char.IsUpper(singular[start]) || singular[start - 1] == '_');
    }
}
