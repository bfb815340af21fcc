using ChatbotSante.Bot.Rehearsals;
using ChatbotSante.Tests.Support;

namespace ChatbotSante.Tests.Leaks;

/// <summary>What the patients of the rehearsals that ship write and press.</summary>
internal static class Rehearsed
{
    public static IReadOnlyList<IReadOnlyList<string>> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Checkout.PathOf("Dialogs/Content/fr-FR/rehearsals"), "*.yml")
            .Order(StringComparer.Ordinal)
            .Select(file => Words(RehearsalReader.ReadFile(file))),
    ];

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
