using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ChatbotSante.Redaction.Analyzers;

/// <summary>One line of Rooms.txt: a way out, the folders that may use it, and what to do elsewhere.</summary>
internal sealed class Room(
    string api,
    bool isConstructor,
    ImmutableArray<string> folders,
    string advice
)
{
    private const string Construction = "new ";
    private const string Everything = ".*";

    public string Api => api;

    public string Advice => advice;

    public string Folders => folders.IsEmpty ? "no folder" : string.Join(", ", folders);

    /// <summary>Reads <c>api = folder, folder; advice</c>. An api is a type, a member, <c>new</c> a type, or a namespace and <c>.*</c>.</summary>
    /// <returns>Null when the line is none.</returns>
    public static Room? Parse(string line)
    {
        var equals = line.IndexOf('=');
        var semicolon = line.IndexOf(';');
        if (equals <= 0 || semicolon < equals)
        {
            return null;
        }

        var api = line.Substring(0, equals).Trim();
        var advice = line.Substring(semicolon + 1).Trim();
        var isConstructor = api.StartsWith(Construction, StringComparison.Ordinal);
        var folders = line.Substring(equals + 1, semicolon - equals - 1)
            .Split([','], StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => folder.Trim())
            .Where(folder => folder.Length > 0)
            .ToImmutableArray();
        return api.Length == 0 || advice.Length == 0
            ? null
            : new Room(
                isConstructor ? api.Substring(Construction.Length).Trim() : api,
                isConstructor,
                folders,
                advice
            );
    }

    /// <summary>Whether a type, or a member of it, is this way out. Enumerations and exceptions open nothing.</summary>
    public bool Concerns(INamedTypeSymbol type)
    {
        if (!api.EndsWith(Everything, StringComparison.Ordinal))
        {
            var name = type.ToDisplayString(Name);
            return name == api
                || (
                    !isConstructor
                    && api.StartsWith(name + ".", StringComparison.Ordinal)
                    && api.LastIndexOf('.') == name.Length
                );
        }

        return type.TypeKind != TypeKind.Enum
            && !type.Name.EndsWith("Exception", StringComparison.Ordinal)
            && (type.ContainingNamespace?.ToDisplayString() + Everything) == api;
    }

    /// <summary>Whether a member of a type that is concerned is this way out.</summary>
    public bool Is(ISymbol member)
    {
        if (isConstructor)
        {
            return member is IMethodSymbol { MethodKind: MethodKind.Constructor };
        }

        return api.EndsWith(Everything, StringComparison.Ordinal)
            || member.ContainingType.ToDisplayString(Name) == api
            || api.EndsWith("." + member.Name, StringComparison.Ordinal);
    }

    /// <summary>Whether a file, by its path from the folder of Rooms.txt, lies in the room.</summary>
    public bool Holds(string path) =>
        folders.Any(folder =>
            path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal)
        );

    private static readonly SymbolDisplayFormat Name = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces
    );
}
