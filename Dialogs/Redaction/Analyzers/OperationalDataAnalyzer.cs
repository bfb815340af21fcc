using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ChatbotSante.Redaction.Analyzers;

/// <summary>What is passed as <c>[OperationalData]</c> is known to say nothing of a person.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OperationalDataAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [Rules.NotOperational];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var marks = new Marks(start.Compilation);
            var patient = new Tracker(new PatientSource(marks));
            start.RegisterOperationAction(
                operation => CheckArgument(operation, marks),
                OperationKind.Argument
            );
            start.RegisterOperationAction(
                operation => CheckAssignment(operation, marks, patient),
                OperationKind.SimpleAssignment
            );
        });
    }

    private static void CheckArgument(OperationAnalysisContext context, Marks marks)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (
            argument.Parameter is { } parameter
            && marks.IsOperational(parameter)
            && !IsOperational(argument.Value, marks, [])
        )
        {
            Report(context, argument.Value);
        }
    }

    /// <summary>A property is filled from files and settings, of which nothing is known; a patient's data is refused there too.</summary>
    private static void CheckAssignment(
        OperationAnalysisContext context,
        Marks marks,
        Tracker patient
    )
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (
            assignment.Target is IMemberReferenceOperation target
            && marks.IsOperational(target.Member)
            && patient.InLeaving(assignment.Value) is not null
        )
        {
            Report(context, assignment.Value);
        }
    }

    private static bool IsOperational(IOperation? value, Marks marks, HashSet<ILocalSymbol> seen)
    {
        bool All(IEnumerable<IOperation?> values) =>
            values.All(part => IsOperational(part, marks, seen));

        if (value is null || value.ConstantValue.HasValue || value is IThrowOperation)
        {
            return true;
        }

        if (value is IConversionOperation conversion)
        {
            return IsOperational(conversion.Operand, marks, seen);
        }

        if (marks.IsHarmless(value.Type))
        {
            return true;
        }

        return value switch
        {
            IDefaultValueOperation or INameOfOperation or ITypeOfOperation => true,
            IParameterReferenceOperation parameter => marks.IsOperational(parameter.Parameter),
            IFieldReferenceOperation field => marks.IsOperational(field.Field),
            IPropertyReferenceOperation property => IsNameOfType(property)
                || marks.IsOperational(property.Property),
            ILocalReferenceOperation local => seen.Add(local.Local)
                && Flow.Around(local).To(local.Local) is { Count: > 0 } given
                && All(given),
            IInvocationOperation call => marks.IsOperational(call.TargetMethod)
                || IsNameOfValue(call, marks)
                || (IsJoin(call.TargetMethod) && All(call.Arguments.Select(part => part.Value))),
            IConditionalOperation choice => All([choice.WhenTrue, choice.WhenFalse]),
            ICoalesceOperation choice => All([choice.Value, choice.WhenNull]),
            ISwitchExpressionOperation choice => All(choice.Arms.Select(arm => arm.Value)),
            IConditionalAccessOperation access => IsOperational(access.WhenNotNull, marks, seen),
            IBinaryOperation sum => All([sum.LeftOperand, sum.RightOperand]),
            IInterpolatedStringOperation text => All(
                text.Parts.OfType<IInterpolationOperation>().Select(part => part.Expression)
            ),
            IArrayCreationOperation { Initializer: { } elements } => All(elements.ElementValues),
            ICollectionExpressionOperation elements => All(elements.Elements),
            IObjectCreationOperation made when marks.IsHarmless(made.Type) => true,
            _ => false,
        };
    }

    /// <summary><c>fault.GetType().Name</c>, and its like.</summary>
    private static bool IsNameOfType(IPropertyReferenceOperation property) =>
        property.Property is { Name: "Name" or "FullName", ContainingType: { } type }
        && type.ToDisplayString() is "System.Type" or "System.Reflection.MemberInfo";

    /// <summary>The name of an enumeration's value, or a number written out.</summary>
    private static bool IsNameOfValue(IInvocationOperation call, Marks marks) =>
        (call.TargetMethod.Name == nameof(ToString) && marks.IsHarmless(call.Instance?.Type))
        || (
            call.TargetMethod.Name == "GetName"
            && call.TargetMethod.ContainingType.SpecialType == SpecialType.System_Enum
        );

    private static bool IsJoin(IMethodSymbol method) =>
        method.ContainingType.SpecialType == SpecialType.System_String
        && method.Name is "Concat" or "Join" or "Format";

    private static void Report(OperationAnalysisContext context, IOperation value) =>
        context.ReportDiagnostic(
            Diagnostic.Create(
                Rules.NotOperational,
                value.Syntax.GetLocation(),
                value.Syntax.ToString()
            )
        );
}
