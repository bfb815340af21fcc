using Microsoft.CodeAnalysis;

namespace ChatbotSante.Redaction.Analyzers;

/// <summary>What becomes of content in the hands of methods that are not ours.</summary>
internal static class Transfer
{
    /// <summary>
    /// Whether a method may give back what it is given. Ours say what they give back in their types and marks; of the others
    /// anything is believed, but a keyed hash.
    /// </summary>
    public static bool Passes(IMethodSymbol method) =>
        !Marks.IsOurs(method)
        && method.ContainingNamespace?.ToDisplayString() != "System.Security.Cryptography";

    /// <summary>A yes, a no, a length or a place tells nothing of the content.</summary>
    public static bool IsSilent(ISymbol member, ITypeSymbol? result)
    {
        if (result?.SpecialType is SpecialType.System_Boolean or SpecialType.System_Void)
        {
            return true;
        }

        if (result is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 0 })
        {
            return true;
        }

        return result?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64
            && (
                Begins(member.Name, "Length")
                || Begins(member.Name, "Count")
                || Begins(member.Name, "LongCount")
                || Begins(member.Name, "IndexOf")
                || Begins(member.Name, "LastIndexOf")
                || Begins(member.Name, "Compare")
                || Begins(member.Name, "CommonPrefix")
                || Begins(member.Name, "BinarySearch")
                || Begins(member.Name, "GetByteCount")
                || Begins(member.Name, "GetCharCount")
                || Begins(member.Name, "GetMax")
                || Begins(member.Name, "GetBytes")
                || Begins(member.Name, "GetChars")
                || Begins(member.Name, "GetHashCode")
            );
    }

    /// <summary>Methods that write out what they are given: an identifier in it too.</summary>
    public static bool Prints(IMethodSymbol method) =>
        Composes(method)
        || method.ContainingType.Name is "Convert" && method.Name == nameof(ToString)
        || method.ContainingType.Name is "JsonSerializer" && Begins(method.Name, "Serialize");

    /// <summary>Methods that make a text of several.</summary>
    public static bool Composes(IMethodSymbol method) =>
        (
            method.ContainingType.SpecialType == SpecialType.System_String
            && method.Name is "Concat" or "Format" or "Join" or "Create"
        )
        || (
            method.ContainingType.Name is "StringBuilder"
            && (Begins(method.Name, "Append") || method.Name is "Insert")
        );

    private static bool Begins(string name, string with) =>
        name.StartsWith(with, StringComparison.Ordinal);
}
