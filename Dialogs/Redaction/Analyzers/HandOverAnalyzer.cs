using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ChatbotSante.Redaction.Analyzers;

/// <summary>Content that goes from one member of ours to another says what it is, so that it is watched there too.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandOverAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [Rules.GivenBack, Rules.PutDown];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            // The code of a reason or a specialty is looked up in many places; by itself it is nobody's.
            var marks = new Marks(start.Compilation, isHealthAlone: false);
            var watch = new Watch(marks, new Tracker(new PatientSource(marks)));
            start.RegisterOperationAction(watch.OnReturn, OperationKind.Return);
            start.RegisterOperationAction(watch.OnAssignment, OperationKind.SimpleAssignment);
            start.RegisterOperationAction(watch.OnArgument, OperationKind.Argument);
        });
    }

    private sealed class Watch(Marks marks, Tracker patient)
    {
        public void OnReturn(OperationAnalysisContext context)
        {
            var given = (IReturnOperation)context.Operation;
            if (
                context.ContainingSymbol is IMethodSymbol method
                && given.ReturnedValue is { } value
                && IsBare(value.Type)
                && IsOfMember(given)
                && !IsMarked(method)
                && !marks.IsMarked(method.ContainingType)
                && patient.InBare(value) is { } found
            )
            {
                Report(context, Rules.GivenBack, found);
            }
        }

        public void OnAssignment(OperationAnalysisContext context)
        {
            var assignment = (ISimpleAssignmentOperation)context.Operation;
            if (
                assignment.Target
                    is IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } target
                && Marks.IsOurs(target.Member)
                && !marks.IsPatientMember(target.Member)
                && !marks.IsOperational(target.Member)
                && !marks.IsMarked(target.Member.ContainingType)
                && patient.InBare(assignment.Value) is { } found
            )
            {
                Report(context, Rules.PutDown, found, target.Member.Name);
            }
        }

        public void OnArgument(OperationAnalysisContext context)
        {
            var argument = (IArgumentOperation)context.Operation;
            if (
                argument.Parameter is { ContainingSymbol: IMethodSymbol method } parameter
                && Marks.IsOurs(method)
                && !marks.IsPatientMember(parameter)
                && !marks.IsOperational(parameter)
                && !marks.IsMarked(method.ContainingType)
                && IsBare(parameter.Type)
                && patient.InBare(argument.Value) is { } found
            )
            {
                Report(context, Rules.PutDown, found, parameter.Name);
            }
        }

        /// <summary>What can be kept and read: no span, and no number, which by itself is nobody's.</summary>
        private static bool IsBare(ITypeSymbol? type) =>
            type
                is {
                    IsRefLikeType: false,
                    SpecialType: not (
                        (>= SpecialType.System_Boolean and <= SpecialType.System_Double)
                        or SpecialType.System_Void
                    )
                }
            && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T;

        private bool IsMarked(IMethodSymbol method) =>
            marks.IsPatientMember(method)
            || (method.AssociatedSymbol is { } property && marks.IsPatientMember(property));

        /// <summary>Not of a lambda or a local function, which is followed where it stands.</summary>
        private static bool IsOfMember(IOperation operation)
        {
            for (var at = operation.Parent; at is not null; at = at.Parent)
            {
                if (at is IAnonymousFunctionOperation or ILocalFunctionOperation)
                {
                    return false;
                }
            }

            return true;
        }

        private static void Report(
            OperationAnalysisContext context,
            DiagnosticDescriptor rule,
            IOperation found,
            string? into = null
        ) =>
            context.ReportDiagnostic(
                Diagnostic.Create(rule, found.Syntax.GetLocation(), found.Syntax.ToString(), into)
            );
    }
}
