using System.Text.RegularExpressions;
using ChatbotSante.Bot.Rehearsals;
using ChatbotSante.Tests.Support;

namespace ChatbotSante.Tests.Leaks;

/// <summary>What the patients of the rehearsals that ship write and press.</summary>
internal static partial class Rehearsed
{
    public static IReadOnlyList<IReadOnlyList<string>> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Checkout.PathOf("Dialogs/Content/fr-FR/rehearsals"), "*.yml")
            .Order(StringComparer.Ordinal)
            .Select(file => Words(RehearsalReader.ReadFile(file))),
    ];

    /// <summary>The mobile numbers that they give, digits only: nobody else may have one of them.</summary>
    public static IReadOnlySet<string> Mobiles { get; } =
        All.SelectMany(words => words)
            .SelectMany(words => MobileNumber().Matches(words))
            .Select(match => string.Concat(match.Value.Where(char.IsAsciiDigit)))
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(
        @"06(?:[ .-]?[0-9]{2}){4}",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex MobileNumber();

    private static string[] Words(Rehearsal rehearsal) =>
        [
            .. rehearsal
                .Turns.Select(turn =>
                    turn.Action switch
                    {
                        RehearsalAction.Say said => said.Text,
                        RehearsalAction.Press pressed => pressed.Title,
                        RehearsalAction.WriteCode => "123456",
                        _ => "",
                    }
                )
                .Where(words => words.Length > 0),
        ];
}
