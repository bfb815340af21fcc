using System.Diagnostics.CodeAnalysis;
using ChatbotSante.Tests.Support;

namespace ChatbotSante.Tests.Understanding.Dates;

/// <summary>One labelled sentence of a set: odd lines are for development, even ones are held out.</summary>
/// <param name="Index">Place in its file, from 1, comments apart.</param>
/// <param name="Columns">What the line holds.</param>
[SuppressMessage(
    "Performance",
    "CA1819:Properties should not return arrays",
    Justification = "Read once, by tests."
)]
internal sealed record LabelledLine(int Index, string[] Columns)
{
    public bool IsHeldOut => Index % 2 == 0;

    public static LabelledLine[] Read(string set) =>
        [
            .. File.ReadLines(Checkout.PathOf($"Bot.Tests/Corpora/understanding/{set}.tsv"))
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select((line, i) => new LabelledLine(i + 1, line.Split('\t'))),
        ];
}
