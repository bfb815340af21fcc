using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ChatbotSante.Redaction.Analyzers;

/// <summary>Follows a source through one member: conversions, choices, texts, collections, locals, lambdas.</summary>
internal sealed class Tracker(ISource source)
{
    /// <summary>The part of an expression through which the source comes in, when its value leaves; null when none does.</summary>
    public IOperation? InLeaving(IOperation? value) => Find(value, Mode.Whole, []);

    /// <summary>The same when the value is made a text.</summary>
    public IOperation? InPrinted(IOperation? value) => Find(value, Mode.Printed, []);

    /// <summary>The same, of bare content alone: an identifier in its own type is well kept.</summary>
    public IOperation? InBare(IOperation? value) => Find(value, Mode.Content, []);

    private IOperation? Find(IOperation? operation, Mode mode, HashSet<IOperation> seen)
    {
        if (operation is null || operation.ConstantValue.HasValue)
        {
            return null;
        }

        if (operation is IConversionOperation conversion)
        {
            return Find(conversion.Operand, mode, seen);
        }

        if (source.IsContent(operation) || IsWhole(operation.Type, mode))
        {
            return operation;
        }

        // Content that went back into its own type is well kept.
        if (mode == Mode.Content && source.IsKept(operation.Type))
        {
            return null;
        }

        return Inner(operation, mode, seen);
    }

    private bool IsWhole(ITypeSymbol? type, Mode mode) =>
        mode switch
        {
            Mode.Whole => source.IsKept(type),
            Mode.Printed => source.IsKept(type) || source.IsUnprinted(type),
            _ => false,
        };

    private IOperation? Inner(IOperation operation, Mode mode, HashSet<IOperation> seen)
    {
        switch (operation)
        {
            case IParenthesizedOperation inner:
                return Find(inner.Operand, mode, seen);
            case IAwaitOperation inner:
                return Find(inner.Operation, mode, seen);
            case IArgumentOperation inner:
                return Find(inner.Value, mode, seen);
            case IConditionalOperation choice:
                return Find(choice.WhenTrue, mode, seen) ?? Find(choice.WhenFalse, mode, seen);
            case ICoalesceOperation choice:
                return Find(choice.Value, mode, seen) ?? Find(choice.WhenNull, mode, seen);
            case ISwitchExpressionOperation choice:
                return Any(choice.Arms.Select(arm => arm.Value), mode, seen);
            case IConditionalAccessOperation access:
                return Find(access.WhenNotNull, mode, seen) is null ? null : access;
            case IConditionalAccessInstanceOperation on:
                return AccessedBy(on) is { } accessed && Find(accessed, mode, seen) is not null
                    ? accessed
                    : null;
            case ITupleOperation tuple:
                return Any(tuple.Elements, mode, seen);
            case IArrayCreationOperation { Initializer: { } elements }:
                return Any(elements.ElementValues, mode, seen);
            case ICollectionExpressionOperation collection:
                return Any(collection.Elements, mode, seen);
            case ISpreadOperation spread:
                return Find(spread.Operand, mode, seen);
            case IAnonymousObjectCreationOperation made:
                return Any(made.Initializers, mode, seen);
            case IObjectOrCollectionInitializerOperation initializer:
                return Any(initializer.Initializers, mode, seen);
            case IInterpolatedStringOperation text:
                return Any(text.Parts, Mode.Printed, seen);
            case IInterpolationOperation hole:
                return Find(hole.Expression, Mode.Printed, seen);
            case IInterpolatedStringHandlerCreationOperation handler:
                return Find(handler.Content, Mode.Printed, seen);
            case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation append }:
                return Any(append.Arguments, Mode.Printed, seen);
            case IInterpolatedStringAdditionOperation addition:
                return Find(addition.Left, mode, seen) ?? Find(addition.Right, mode, seen);
            case IBinaryOperation binary:
                return InBinary(binary, seen);
            case IUnaryOperation unary:
                return Find(unary.Operand, mode, seen);
            case IAssignmentOperation assignment:
                return Find(assignment.Value, mode, seen);
            case IWithOperation copy:
                return Find(copy.Operand, Mode.Content, seen);
            case ILocalReferenceOperation local:
                return Given(local, mode, seen);
            case IParameterReferenceOperation parameter:
                return FromCaller(parameter, seen);
            case IArrayElementReferenceOperation element:
                return Find(element.ArrayReference, Mode.Content, seen);
            case IImplicitIndexerReferenceOperation element:
                return Find(element.Instance, Mode.Content, seen);
            case IFieldReferenceOperation { Instance: { } on } field:
                return InField(field, on, mode, seen);
            case IPropertyReferenceOperation { Instance: { } on } property:
                return
                    Marks.IsOurs(property.Property)
                    || Transfer.IsSilent(property.Property, property.Type)
                    ? null
                    : Find(on, Mode.Content, seen);
            case IObjectCreationOperation made
                when made.Constructor is { } constructor && !Marks.IsOurs(constructor):
                return Any(made.Arguments, mode, seen) ?? Find(made.Initializer, mode, seen);
            case IDelegateCreationOperation made:
                return Find(made.Target, mode, seen);
            case IAnonymousFunctionOperation lambda:
                return Result(lambda, mode, seen);
            case IInvocationOperation call:
                return InCall(call, mode, seen);
            case IDynamicInvocationOperation call:
                return Any(call.Arguments, Mode.Printed, seen);
            default:
                return null;
        }
    }

    private IOperation? Any(
        IEnumerable<IOperation> operations,
        Mode mode,
        HashSet<IOperation> seen
    ) =>
        operations
            .Select(operation => Find(operation, mode, seen))
            .FirstOrDefault(found => found is not null);

    private IOperation? InBinary(IBinaryOperation binary, HashSet<IOperation> seen)
    {
        if (binary.Type?.SpecialType == SpecialType.System_Boolean)
        {
            return null;
        }

        var mode =
            binary.Type?.SpecialType == SpecialType.System_String ? Mode.Printed : Mode.Content;
        return Find(binary.LeftOperand, mode, seen) ?? Find(binary.RightOperand, mode, seen);
    }

    private IOperation? Given(ILocalReferenceOperation local, Mode mode, HashSet<IOperation> seen)
    {
        var flow = Flow.Around(local);
        foreach (var value in flow.To(local.Local))
        {
            // A local that is given itself, by way of others, is looked at once.
            if (seen.Add(value))
            {
                var isFound = Find(value, mode, seen) is not null;
                seen.Remove(value);
                if (isFound)
                {
                    return local;
                }
            }
        }

        return null;
    }

    /// <summary>A lambda's parameter is given what the method that takes the lambda is given.</summary>
    private IOperation? FromCaller(IParameterReferenceOperation parameter, HashSet<IOperation> seen)
    {
        if (
            parameter.Parameter.ContainingSymbol is not IMethodSymbol method
            || Flow.Around(parameter).BodyOf(method) is not IAnonymousFunctionOperation lambda
            || CallWith(lambda) is not { } call
            || !Transfer.Passes(call.TargetMethod)
            || !seen.Add(parameter)
        )
        {
            return null;
        }

        var others = call
            .Arguments.Where(argument => !argument.Descendants().Contains(lambda))
            .Select(argument => argument.Value)
            .Concat(call.Instance is { } on ? [on] : []);
        var isFound = Any(others, Mode.Content, seen) is not null;
        seen.Remove(parameter);
        return isFound ? parameter : null;
    }

    private static IInvocationOperation? CallWith(IAnonymousFunctionOperation lambda)
    {
        var at = lambda.Parent;
        while (at is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
        {
            at = at.Parent;
        }

        return at as IInvocationOperation;
    }

    private IOperation? InField(
        IFieldReferenceOperation field,
        IOperation on,
        Mode mode,
        HashSet<IOperation> seen
    )
    {
        if (field.Field.ContainingType is not { IsTupleType: true } tuple)
        {
            return null;
        }

        var place = tuple.TupleElements.IndexOf(
            tuple.TupleElements.FirstOrDefault(element => element.Name == field.Field.Name)!
        );
        if (on is ITupleOperation made && place >= 0)
        {
            return Find(made.Elements[place], mode, seen);
        }

        if (on is not ILocalReferenceOperation local || place < 0)
        {
            return Find(on, Mode.Content, seen);
        }

        foreach (var value in Flow.Around(local).To(local.Local))
        {
            var given = value is IConversionOperation conversion ? conversion.Operand : value;
            if (seen.Add(value))
            {
                var part =
                    given is ITupleOperation of && of.Elements.Length > place
                        ? of.Elements[place]
                        : given;
                var isFound = Find(part, given == part ? Mode.Content : mode, seen) is not null;
                seen.Remove(value);
                if (isFound)
                {
                    return field;
                }
            }
        }

        return null;
    }

    private IOperation? InCall(IInvocationOperation call, Mode mode, HashSet<IOperation> seen)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return Find(call.Instance, mode, seen) is null ? null : call;
        }

        if (method.MethodKind == MethodKind.LocalFunction)
        {
            return
                Flow.Around(call).BodyOf(method) is { } body && Result(body, mode, seen) is not null
                ? call
                : null;
        }

        if (method.Name == nameof(ToString) && call.Instance is { } on)
        {
            return Find(on, Mode.Printed, seen);
        }

        if (!Transfer.Passes(method) && !IsHelperOfText(method))
        {
            return null;
        }

        if (Transfer.IsSilent(method, method.ReturnType))
        {
            return null;
        }

        var part = Transfer.Prints(method) ? Mode.Printed : Mode.Content;
        return Find(call.Instance, part, seen) ?? Any(call.Arguments, part, seen);
    }

    /// <summary>What an identifier's type does with bare text: <c>FoldedText.FoldWord(…)</c>.</summary>
    private bool IsHelperOfText(IMethodSymbol method) =>
        method.IsStatic && source.IsKept(method.ContainingType);

    private IOperation? Result(IOperation body, Mode mode, HashSet<IOperation> seen)
    {
        if (!seen.Add(body))
        {
            return null;
        }

        var found = Any(Flow.ResultsOf(body), mode, seen);
        seen.Remove(body);
        return found;
    }

    private static IOperation? AccessedBy(IConditionalAccessInstanceOperation on)
    {
        IOperation inside = on;
        for (var at = on.Parent; at is not null; inside = at, at = at.Parent)
        {
            if (at is IConditionalAccessOperation access && access.WhenNotNull == inside)
            {
                return access.Operation;
            }
        }

        return null;
    }

    private enum Mode
    {
        /// <summary>Only content counts: what an identifier was made to reveal.</summary>
        Content,

        /// <summary>An identifier itself counts too.</summary>
        Whole,

        /// <summary>So does what may be handed on, but not printed.</summary>
        Printed,
    }
}
