using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ChatbotSante.Redaction.Analyzers;

/// <summary>What the locals of one member are given, anywhere in it: an order of statements is not looked at.</summary>
internal sealed class Flow
{
    private static readonly ConditionalWeakTable<IOperation, Flow> Known = new();

    private readonly Dictionary<ILocalSymbol, List<IOperation>> _given = new(
        SymbolEqualityComparer.Default
    );

    private readonly Dictionary<IMethodSymbol, IOperation> _bodies = new(
        SymbolEqualityComparer.Default
    );

    private Flow(IOperation root)
    {
        foreach (var operation in root.DescendantsAndSelf())
        {
            Read(operation);
        }
    }

    /// <summary>The flow of the member in which an operation stands.</summary>
    public static Flow Around(IOperation operation)
    {
        var root = operation;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return Known.GetValue(root, static at => new Flow(at));
    }

    /// <summary>Everything that a local is given.</summary>
    public IReadOnlyList<IOperation> To(ILocalSymbol local) =>
        _given.TryGetValue(local, out var given) ? given : ImmutableArray<IOperation>.Empty;

    /// <summary>The lambda or local function of this member that a symbol stands for.</summary>
    public IOperation? BodyOf(IMethodSymbol method) =>
        _bodies.TryGetValue(method, out var body) ? body : null;

    /// <summary>What a lambda or a local function gives back.</summary>
    public static IEnumerable<IOperation> ResultsOf(IOperation body) =>
        body.Descendants()
            .OfType<IReturnOperation>()
            .Where(result => result.ReturnedValue is not null && BodyAround(result) == body)
            .Select(result => result.ReturnedValue!);

    private static IOperation? BodyAround(IOperation operation)
    {
        var at = operation.Parent;
        while (at is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            at = at.Parent;
        }

        return at;
    }

    private void Read(IOperation operation)
    {
        switch (operation)
        {
            case IAnonymousFunctionOperation lambda:
                _bodies[lambda.Symbol] = lambda;
                break;
            case ILocalFunctionOperation function:
                _bodies[function.Symbol] = function;
                break;
            case IVariableDeclaratorOperation declarator:
                Give(declarator.Symbol, declarator.GetVariableInitializer()?.Value);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                Deconstruct(deconstruction.Target, deconstruction.Value);
                break;
            case IAssignmentOperation assignment:
                Assign(assignment.Target, assignment.Value);
                break;
            case IForEachLoopOperation loop:
                foreach (var local in loop.Locals)
                {
                    Give(local, loop.Collection);
                }

                break;
            case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local } pattern:
                Give(local, MatchedBy(pattern));
                break;
            case IRecursivePatternOperation { DeclaredSymbol: ILocalSymbol local } pattern:
                Give(local, MatchedBy(pattern));
                break;
            case IListPatternOperation { DeclaredSymbol: ILocalSymbol local } pattern:
                Give(local, MatchedBy(pattern));
                break;
            case IInvocationOperation invocation when Transfer.Passes(invocation.TargetMethod):
                Fill(invocation);
                break;
            default:
                break;
        }
    }

    /// <summary>What a pattern was held against: a property, or the value of the <c>is</c>, <c>switch</c> or <c>case</c>.</summary>
    private static IOperation? MatchedBy(IOperation pattern)
    {
        for (var at = pattern.Parent; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case IPropertySubpatternOperation property:
                    return property.Member;
                case IIsPatternOperation test:
                    return test.Value;
                case ISwitchExpressionOperation choice:
                    return choice.Value;
                case ISwitchOperation choice:
                    return choice.Value;
                default:
                    break;
            }
        }

        return null;
    }

    private void Deconstruct(IOperation target, IOperation value)
    {
        var tuple = Plain(target) as ITupleOperation;
        var values = Plain(value) as ITupleOperation;
        if (tuple is null)
        {
            Assign(target, value);
            return;
        }

        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            var part =
                values?.Elements.Length == tuple.Elements.Length ? values.Elements[i] : value;
            Deconstruct(tuple.Elements[i], part);
        }
    }

    private static IOperation Plain(IOperation operation) =>
        operation switch
        {
            IDeclarationExpressionOperation declared => Plain(declared.Expression),
            IConversionOperation conversion => Plain(conversion.Operand),
            _ => operation,
        };

    /// <summary>An element or a property of a local that is given something gives it to the local.</summary>
    private void Assign(IOperation? target, IOperation value)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                Give(local.Local, value);
                break;
            case IDeclarationExpressionOperation declared:
                Assign(declared.Expression, value);
                break;
            case IArrayElementReferenceOperation element:
                Assign(element.ArrayReference, value);
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true } element:
                Assign(element.Instance, value);
                break;
            case IImplicitIndexerReferenceOperation element:
                Assign(element.Instance, value);
                break;
            default:
                break;
        }
    }

    /// <summary>A method that is not ours may put what it is given into what it is called on, and into what it is to fill.</summary>
    private void Fill(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        var given = invocation
            .Arguments.Select(argument => argument.Value)
            .Concat(invocation.Instance is { } on ? [on] : [])
            .ToArray();
        if (Keeps(method) && invocation.Instance is ILocalReferenceOperation receiver)
        {
            GiveAll(receiver.Local, given, receiver);
        }

        foreach (var argument in invocation.Arguments)
        {
            var isFilled =
                argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref
                || argument.Parameter?.Type
                    is INamedTypeSymbol { MetadataName: "Span`1" or "Memory`1" };
            if (isFilled && LocalIn(argument.Value) is { } local)
            {
                GiveAll(
                    local.Local,
                    IsLookUp(method) ? [invocation.Instance!] : given,
                    argument.Value
                );
            }
        }
    }

    private static bool Keeps(IMethodSymbol method) =>
        method.ReturnsVoid
        || SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType)
        || method.Name is "Add" or "TryAdd" or "TryWrite";

    /// <summary>What is found under a key does not tell the key.</summary>
    private static bool IsLookUp(IMethodSymbol method) =>
        method is { IsStatic: false, Name: "TryGetValue" or "TryRemove" };

    private static ILocalReferenceOperation? LocalIn(IOperation operation) =>
        operation switch
        {
            ILocalReferenceOperation local => local,
            IConversionOperation conversion => LocalIn(conversion.Operand),
            IDeclarationExpressionOperation declared => LocalIn(declared.Expression),
            IImplicitIndexerReferenceOperation range => LocalIn(range.Instance),
            _ => null,
        };

    private void GiveAll(ILocalSymbol local, IOperation[] given, IOperation except)
    {
        foreach (var value in given)
        {
            if (value != except)
            {
                Give(local, value);
            }
        }
    }

    private void Give(ILocalSymbol local, IOperation? value)
    {
        if (value is null)
        {
            return;
        }

        if (!_given.TryGetValue(local, out var given))
        {
            given = [];
            _given.Add(local, given);
        }

        given.Add(value);
    }
}
