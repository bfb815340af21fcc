using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ChatbotSante.Redaction.Analyzers;

/// <summary>Types and members that say, by a data class, that they hold a patient's data.</summary>
internal sealed class PatientSource(Marks marks) : ISource
{
    public bool IsKept(ITypeSymbol? type) => marks.IsPatientType(type);

    public bool IsUnprinted(ITypeSymbol? type) => marks.IsPatientType(type);

    public bool IsContent(IOperation operation)
    {
        if (operation.Type is not { } type || marks.IsPatientType(type))
        {
            return false;
        }

        return operation switch
        {
            IPropertyReferenceOperation property => IsContent(property.Property, type),
            IFieldReferenceOperation field => IsContent(field.Field, type),
            IParameterReferenceOperation parameter => marks.IsPatientMember(parameter.Parameter),
            IInvocationOperation { Instance: not null } call when IsPlain(call.TargetMethod) =>
                IsContent(call.TargetMethod, type),
            IInvocationOperation call => marks.IsPatientMember(call.TargetMethod),
            _ => false,
        };
    }

    private static bool IsPlain(IMethodSymbol method) =>
        method.Name is not (nameof(ToString) or nameof(GetHashCode) or nameof(GetType));

    /// <summary>Marked, or what an identifier or a patient's words give of themselves: <c>Reveal()</c>, and its like.</summary>
    private bool IsContent(ISymbol member, ITypeSymbol type) =>
        marks.IsPatientMember(member)
        || (
            !member.IsStatic
            && marks.IsMarked(member.ContainingType)
            && !Transfer.IsSilent(member, type)
            && IsTelling(type)
        );

    /// <summary>Text, a date, a number; or several.</summary>
    private static bool IsTelling(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => IsTelling(array.ElementType),
            INamedTypeSymbol { TypeArguments.Length: > 0 } generic => generic.TypeArguments.Any(
                IsTelling
            ),
            { TypeKind: TypeKind.Enum } => false,
            { SpecialType: SpecialType.System_Boolean } => false,
            { SpecialType: >= SpecialType.System_Char and <= SpecialType.System_String } => true,
            { SpecialType: SpecialType.System_DateTime or SpecialType.System_Object } => true,
            { Name: "DateOnly" or "DateTimeOffset" or "StringBuilder" } => true,
            _ => false,
        };
}
