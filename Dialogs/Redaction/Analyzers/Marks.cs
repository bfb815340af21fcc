using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace ChatbotSante.Redaction.Analyzers;

/// <summary>
/// Reads the data classes of one compilation. A class that is not <c>[OperationalData]</c> is a patient's: one that is added
/// later is refused before it is known here.
/// </summary>
/// <param name="compilation">The code.</param>
/// <param name="isHealthAlone">Whether what is marked as health data, and not as identity, counts.</param>
internal sealed class Marks(Compilation compilation, bool isHealthAlone = true)
{
    private const string OurRoot = "ChatbotSante";
    private const string HealthData = "HealthDataAttribute";
    private const string SafeText = "ChatbotSante.Redaction.SafeText";

    private readonly INamedTypeSymbol? _class = compilation.GetTypeByMetadataName(
        "Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute"
    );

    private readonly INamedTypeSymbol? _operational = compilation.GetTypeByMetadataName(
        "ChatbotSante.Redaction.OperationalDataAttribute"
    );

    private readonly ConcurrentDictionary<ITypeSymbol, bool> _marked = new(
        SymbolEqualityComparer.Default
    );

    private readonly ConcurrentDictionary<ITypeSymbol, bool> _patients = new(
        SymbolEqualityComparer.Default
    );

    /// <summary>Declared in this product, whichever project.</summary>
    public static bool IsOurs(ISymbol symbol)
    {
        var space = symbol.ContainingNamespace;
        while (space is { IsGlobalNamespace: false })
        {
            if (space.ContainingNamespace.IsGlobalNamespace)
            {
                return space.Name == OurRoot;
            }

            space = space.ContainingNamespace;
        }

        return false;
    }

    /// <summary>A type whose own declaration says that it is a patient's: an identifier, a patient's words.</summary>
    public bool IsMarked(ITypeSymbol? type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (
                at is INamedTypeSymbol
                && IsOurs(at)
                && _marked.GetOrAdd(at, symbol => HasPatientClass(symbol))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A marked type, one with a property that is a patient's, or a collection, task or tuple of such.</summary>
    public bool IsPatientType(ITypeSymbol? type)
    {
        if (
            type is null
            || type.SpecialType is not (SpecialType.None or SpecialType.System_Nullable_T)
        )
        {
            return false;
        }

        if (_patients.TryGetValue(type, out var known))
        {
            return known;
        }

        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var reaches = Reaches(type, seen);
        foreach (var passed in reaches ? [type] : seen.ToArray())
        {
            _patients.TryAdd(passed, reaches);
        }

        return reaches;
    }

    /// <summary>A property, field, parameter or result that is a patient's.</summary>
    public bool IsPatientMember(ISymbol symbol) =>
        symbol switch
        {
            IMethodSymbol method => method
                .OriginalDefinition.GetReturnTypeAttributes()
                .Any(IsPatientClass),
            IParameterSymbol parameter => HasPatientClass(parameter.OriginalDefinition)
                || (PropertyOf(parameter) is { } property && HasPatientClass(property)),
            IPropertySymbol { OverriddenProperty: { } overridden } property => HasPatientClass(
                property.OriginalDefinition
            ) || IsPatientMember(overridden),
            _ => HasPatientClass(symbol.OriginalDefinition),
        };

    /// <summary>Marked as saying nothing of a person, itself or by its type.</summary>
    public bool IsOperational(ISymbol symbol) =>
        symbol switch
        {
            IMethodSymbol method => method
                .OriginalDefinition.GetReturnTypeAttributes()
                .Any(IsOperationalClass),
            IParameterSymbol parameter => HasOperationalClass(parameter.OriginalDefinition)
                || (PropertyOf(parameter) is { } property && HasOperationalClass(property)),
            _ => HasOperationalClass(symbol.OriginalDefinition),
        };

    /// <summary>A type that can say nothing of a person: a number, a time, an enumeration, safe text, a marked type.</summary>
    public bool IsHarmless(ITypeSymbol? type) =>
        type switch
        {
            null => false,
            INamedTypeSymbol
            {
                OriginalDefinition.SpecialType: SpecialType.System_Nullable_T
            } some => IsHarmless(some.TypeArguments[0]),
            { TypeKind: TypeKind.Enum } => true,
            {
                SpecialType: SpecialType.System_Boolean
                    or (>= SpecialType.System_SByte and <= SpecialType.System_Double)
                    or SpecialType.System_DateTime
            } => true,
            INamedTypeSymbol named when HasOperationalClass(named.OriginalDefinition) => true,
            _ => type.ToDisplayString()
                is "System.TimeSpan"
                    or "System.DateTimeOffset"
                    or "System.Guid"
                    or "Microsoft.Extensions.Logging.EventId"
                    or "System.Threading.CancellationToken"
                    or SafeText,
        };

    public bool HasAnyClass(ISymbol symbol) =>
        symbol.GetAttributes().Any(IsClass)
        || (
            symbol is IParameterSymbol parameter
            && PropertyOf(parameter) is { } property
            && property.GetAttributes().Any(IsClass)
        );

    /// <summary>The property that a record makes of a parameter of its primary constructor: it has the very same name.</summary>
    private static IPropertySymbol? PropertyOf(IParameterSymbol parameter) =>
        parameter.ContainingSymbol
            is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { } record }
            ? record.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault()
            : null;

    /// <summary>Looks through everything that a type shows, each type once.</summary>
    private bool Reaches(ITypeSymbol type, HashSet<ITypeSymbol> seen)
    {
        if (!seen.Add(type))
        {
            return false;
        }

        return type switch
        {
            IArrayTypeSymbol array => Reaches(array.ElementType, seen),
            ITypeParameterSymbol parameter => parameter.ConstraintTypes.Any(bound =>
                Reaches(bound, seen)
            ),
            INamedTypeSymbol { TypeKind: TypeKind.Delegate or TypeKind.Enum } => false,
            INamedTypeSymbol named => IsMarked(named)
                || (Holds(named) && named.TypeArguments.Any(argument => Reaches(argument, seen)))
                || (IsOurs(named) && Shown(named).Any(property => Shows(property, seen))),
            _ => false,
        };
    }

    /// <summary>A type of several, of one to come, of one that may be: what it is made of is in it.</summary>
    private static bool Holds(INamedTypeSymbol type) =>
        type.IsTupleType
        || IsOurs(type)
        || type.Name
            is "Nullable"
                or "KeyValuePair"
                or "Lazy"
                or "Task"
                or "ValueTask"
                or "Span"
                or "ReadOnlySpan"
                or "Memory"
                or "ReadOnlyMemory"
                or "IEnumerable"
                or "IAsyncEnumerable"
        || type.AllInterfaces.Any(contract =>
            contract.SpecialType == SpecialType.System_Collections_IEnumerable
        );

    private bool Shows(IPropertySymbol property, HashSet<ITypeSymbol> seen) =>
        IsPatientMember(property) || Reaches(property.Type, seen);

    private static IEnumerable<IPropertySymbol> Shown(INamedTypeSymbol type)
    {
        for (var at = type; at is not null && IsOurs(at); at = at.BaseType)
        {
            foreach (var property in at.GetMembers().OfType<IPropertySymbol>())
            {
                if (!property.IsStatic && property.DeclaredAccessibility != Accessibility.Private)
                {
                    yield return property;
                }
            }
        }
    }

    private bool HasPatientClass(ISymbol symbol) => symbol.GetAttributes().Any(IsPatientClass);

    private bool HasOperationalClass(ISymbol symbol) =>
        symbol.GetAttributes().Any(IsOperationalClass);

    private bool IsPatientClass(AttributeData attribute) =>
        IsClass(attribute)
        && !IsOperationalClass(attribute)
        && (isHealthAlone || attribute.AttributeClass?.Name != HealthData);

    private bool IsOperationalClass(AttributeData attribute) =>
        _operational is not null
        && SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, _operational);

    private bool IsClass(AttributeData attribute)
    {
        for (var at = attribute.AttributeClass?.BaseType; at is not null; at = at.BaseType)
        {
            if (_class is not null && SymbolEqualityComparer.Default.Equals(at, _class))
            {
                return true;
            }
        }

        return false;
    }
}
