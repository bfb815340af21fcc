using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ChatbotSante.Redaction;
using ChatbotSante.Tests.Support;

namespace ChatbotSante.Tests.Redaction.Evaluation;

/// <summary>
/// Reads the sets of <c>Bot.Tests/Corpora/redaction</c>: an identifier, a class (<c>S1 identity</c>), what was asked and the message,
/// apart by tabs. <c>[NAME:Jeanne Mercier]</c> is marked, <c>[?:…]</c> is left open, <c>\n</c> is a line feed.
/// </summary>
internal static partial class LabelledCorpus
{
    public const string Folder = "Bot.Tests/Corpora/redaction";

    private static readonly Dictionary<string, DataCategory> Categories =
        Enum.GetValues<DataCategory>().ToDictionary(CategoryName.Of, StringComparer.Ordinal);

    /// <summary>Reads one set.</summary>
    /// <param name="name">Such as <c>dev-typed</c>.</param>
    public static ImmutableArray<LabelledMessage> Read(string name) =>
        [
            .. File.ReadLines(Path.Combine(Checkout.PathOf(Folder), name + ".tsv"))
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(Parse),
        ];

    /// <exception cref="FormatException">The line is not of the form above, or its class is not what its marks say.</exception>
    public static LabelledMessage Parse(string line)
    {
        var columns = line.Split('\t');
        if (columns.Length != 4)
        {
            throw new FormatException($"Four columns are wanted: {columns[0]}");
        }

        var message = new LabelledMessage(
            columns[0],
            int.Parse(columns[1].AsSpan(1, 1), CultureInfo.InvariantCulture),
            AskedBy(columns[2]),
            [.. Passages(columns[3].Replace("\\n", "\n", StringComparison.Ordinal))]
        );
        var expected =
            $"S{message.Degree}{(message.HasIdentity ? " identity" : "")}{(message.HasHealth ? " health" : "")}";
        var isConsistent =
            message.HasHealth == message.Passages.Any(p => p.Category >= DataCategory.Symptom)
            && (message.Degree == 1) == (message.HasIdentity && !message.HasHealth);
        return isConsistent && string.Equals(expected, columns[1], StringComparison.Ordinal)
            ? message
            : throw new FormatException($"The class of {columns[0]} is not what its marks say.");
    }

    private static CategorySet AskedBy(string column)
    {
        var asked = CategorySet.None;
        foreach (var name in column.Split(' ').Where(name => name != "-"))
        {
            asked =
                name == "HEALTH" ? asked.Union(CategorySet.Health) : asked.With(Categories[name]);
        }

        return asked;
    }

    private static IEnumerable<Passage> Passages(string text)
    {
        var at = 0;
        foreach (Match mark in Mark().Matches(text))
        {
            if (mark.Index > at)
            {
                yield return new Passage(text[at..mark.Index], null, IsOpen: false);
            }

            var name = mark.Groups["category"].Value;
            yield return name == "?"
                ? new Passage(mark.Groups["text"].Value, null, IsOpen: true)
                : new Passage(mark.Groups["text"].Value, Categories[name], IsOpen: false);
            at = mark.Index + mark.Length;
        }

        if (at < text.Length)
        {
            yield return new Passage(text[at..], null, IsOpen: false);
        }
    }

    [GeneratedRegex(
        @"\[(?<category>[A-Z_]+|\?):(?<text>[^\]]+)\]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Mark();
}
