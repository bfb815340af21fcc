using System.Text.RegularExpressions;
using ChatbotSante.Tests.Support;

namespace ChatbotSante.Tests.Architecture;

/// <summary>The product's C# files, as text: for rules that the compiled assemblies do not show.</summary>
internal static partial class Sources
{
    /// <summary>Path from the working copy's root, and text, of every file of the product.</summary>
    public static IReadOnlyList<(string Path, string Text)> Product { get; } =
    [.. Read("Bot"), .. Read("Dialogs")];

    /// <summary>Every string literal of the product that looks like a key of the content: <c>word.word-word</c>.</summary>
    public static IReadOnlySet<string> KeyLiterals { get; } =
        Product
            .SelectMany(file => KeyLiteral().Matches(file.Text))
            .Select(match => match.Groups["key"].Value)
            .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<(string Path, string Text)> Read(string folder) =>
        from file in Directory.EnumerateFiles(
            Checkout.PathOf(folder),
            "*.cs",
            SearchOption.AllDirectories
        )
        let path = Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/')
        where
            !path.Contains("/node_modules/", StringComparison.Ordinal)
            && !path.Contains("/obj/", StringComparison.Ordinal)
        select (path, File.ReadAllText(file));

    [GeneratedRegex(
        "\"(?<key>[a-z]+\\.[a-z0-9-]+)\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex KeyLiteral();
}
