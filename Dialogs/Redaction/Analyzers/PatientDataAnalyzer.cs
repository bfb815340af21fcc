using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ChatbotSante.Redaction.Analyzers;

/// <summary>Patient data in a log, a text, an exception, a trace, an address; another exception's message in the first three.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PatientDataAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Rules.Logged,
        Rules.Printed,
        Rules.Thrown,
        Rules.Measured,
        Rules.Addressed,
        Rules.ForeignMessage,
    ];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var marks = new Marks(start.Compilation);
            var watch = new Watch(
                marks,
                new Exits(start.Compilation),
                new Tracker(new PatientSource(marks)),
                new Tracker(new ForeignMessageSource(start.Compilation))
            );
            start.RegisterOperationAction(
                watch.OnExit,
                OperationKind.Invocation,
                OperationKind.ObjectCreation,
                OperationKind.SimpleAssignment,
                OperationKind.Throw
            );
            start.RegisterOperationAction(
                watch.OnText,
                OperationKind.InterpolatedString,
                OperationKind.Binary,
                OperationKind.CompoundAssignment,
                OperationKind.Invocation
            );
        });
    }

    private sealed class Watch(Marks marks, Exits exits, Tracker patient, Tracker message)
    {
        public void OnExit(OperationAnalysisContext context)
        {
            if (exits.Of(context.Operation) is not { } exit)
            {
                return;
            }

            foreach (var value in exit.Values.SelectMany(Each))
            {
                if (patient.InLeaving(value) is { } leaving)
                {
                    ReportOnce(context, exit.Rule, leaving);
                }
                else if (
                    !exit.Rule.Equals(Rules.Addressed) && message.InLeaving(value) is { } repeated
                )
                {
                    ReportOnce(context, Rules.ForeignMessage, repeated);
                }
            }
        }

        public void OnText(OperationAnalysisContext context)
        {
            var operation = context.Operation;
            if (
                !marks.IsMarked(context.ContainingSymbol.ContainingType)
                && IsText(operation)
                && !Leaves(operation)
            )
            {
                foreach (var part in PartsOf(operation))
                {
                    if (patient.InPrinted(part) is { } printed)
                    {
                        Report(context, Rules.Printed, printed);
                    }
                }
            }
        }

        /// <summary>What is given to <c>params</c> is looked at one by one.</summary>
        private static IEnumerable<IOperation> Each(IOperation value) =>
            value is IArrayCreationOperation { Initializer: { } elements }
                ? elements.ElementValues
                : [value];

        /// <summary>Of two exits, one in the other, the inner tells.</summary>
        private void ReportOnce(
            OperationAnalysisContext context,
            DiagnosticDescriptor rule,
            IOperation found
        )
        {
            for (var at = found.Parent; at is not null && at != context.Operation; at = at.Parent)
            {
                if (exits.Of(at) is not null)
                {
                    return;
                }
            }

            Report(context, rule, found);
        }

        private static bool IsText(IOperation operation) =>
            operation switch
            {
                IInterpolatedStringOperation => true,
                IInvocationOperation call => Transfer.Composes(call.TargetMethod),
                IBinaryOperation sum => IsSum(sum) && !IsSum(sum.Parent),
                ICompoundAssignmentOperation sum => sum.Type?.SpecialType
                    == SpecialType.System_String,
                _ => false,
            };

        private static IEnumerable<IOperation> PartsOf(IOperation operation) =>
            operation switch
            {
                IInterpolatedStringOperation text => text.Parts,
                IInvocationOperation call => call.Arguments,
                IBinaryOperation sum => Terms(sum),
                ICompoundAssignmentOperation sum => [sum.Value],
                _ => [],
            };

        private static bool IsSum(IOperation? operation) =>
            operation
                is IBinaryOperation
                {
                    OperatorKind: BinaryOperatorKind.Add,
                    Type.SpecialType: SpecialType.System_String
                };

        private static IEnumerable<IOperation> Terms(IOperation operation) =>
            operation is IBinaryOperation sum && IsSum(sum)
                ? Terms(sum.LeftOperand).Concat(Terms(sum.RightOperand))
                : [operation];

        /// <summary>The text is part of what an exit already refuses, or of a larger text, which tells.</summary>
        private bool Leaves(IOperation operation)
        {
            var inside = operation;
            for (
                var at = operation.Parent;
                at is not (null or IBlockOperation or IAnonymousFunctionOperation);
                inside = at, at = at.Parent
            )
            {
                // Of Append(…).Append(…), each is a text.
                var isReceiver = at is IInvocationOperation call && call.Instance == inside;
                if (!isReceiver && (exits.Of(at) is not null || IsText(at)))
                {
                    return true;
                }
            }

            return false;
        }

        private static void Report(
            OperationAnalysisContext context,
            DiagnosticDescriptor rule,
            IOperation operation
        ) =>
            context.ReportDiagnostic(
                Diagnostic.Create(rule, operation.Syntax.GetLocation(), operation.Syntax.ToString())
            );
    }
}
