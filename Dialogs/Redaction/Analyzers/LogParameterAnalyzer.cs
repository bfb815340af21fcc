using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ChatbotSante.Redaction.Analyzers;

/// <summary>Every parameter of a log message says what it holds.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LogParameterAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [Rules.Unclassified];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var marks = new Marks(start.Compilation);
            start.RegisterSymbolAction(symbol => Check(symbol, marks), SymbolKind.Method);
        });
    }

    private static void Check(SymbolAnalysisContext context, Marks marks)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!Exits.IsLogMessage(method))
        {
            return;
        }

        foreach (var parameter in method.Parameters)
        {
            if (
                !IsPlumbing(parameter.Type)
                && !marks.IsHarmless(parameter.Type)
                && !marks.IsOperational(parameter)
            )
            {
                context.ReportDiagnostic(
                    Diagnostic.Create(Rules.Unclassified, parameter.Locations[0], parameter.Name)
                );
            }
        }
    }

    /// <summary>Where to log, how loud, and the fault, whose message CBS0003 keeps clean.</summary>
    private static bool IsPlumbing(ITypeSymbol type) =>
        type.Name == "ILogger"
        || type.AllInterfaces.Any(contract => contract.Name == "ILogger")
        || type.Name == "LogLevel"
        || IsException(type);

    private static bool IsException(ITypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.ToDisplayString() == "System.Exception")
            {
                return true;
            }
        }

        return false;
    }
}
