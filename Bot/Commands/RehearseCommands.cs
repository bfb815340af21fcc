using ChatbotSante.Bot.Hosting;
using ChatbotSante.Bot.Rehearsals;

namespace ChatbotSante.Bot.Commands;

/// <summary><c>ChatbotSante rehearse</c>: for staff, in French.</summary>
internal static class RehearseCommands
{
    /// <summary>A rehearsal could not be played: its file, the clinic's, or a setting is wrong.</summary>
    private const int Unplayable = 2;

    /// <param name="settings">Settings of the servers, as <c>Section:Key=value</c>.</param>
    /// <param name="files">The rehearsals; none for those that ship.</param>
    /// <param name="isWhole">True to show all that was said.</param>
    /// <param name="cancellationToken">Ends the playing.</param>
    public static async Task<int> PlayAsync(
        string[] settings,
        string[] files,
        bool isWhole,
        CancellationToken cancellationToken
    )
    {
        var (passed, failed, unplayable) = (0, 0, 0);
        foreach (var file in files.Length > 0 ? files : ContentFolder.Rehearsals())
        {
            try
            {
                var rehearsal = RehearsalReader.ReadFile(file);
                await using var server = await RehearsalServer.StartAsync(
                    rehearsal,
                    settings,
                    cancellationToken
                );
                var result = await RehearsalPlayer.PlayAsync(rehearsal, server, cancellationToken);
                (passed, failed) = result.HasPassed ? (passed + 1, failed) : (passed, failed + 1);
                foreach (var line in RehearsalReport.Of(result, isWhole))
                {
                    await Terminal.LineAsync(line);
                }
            }
            catch (Exception refusal) when (Refusal.Is(refusal) || refusal is HttpRequestException)
            {
                unplayable++;
                await Terminal.ErrorAsync(Refusal.Of(refusal));
            }
        }

        await Terminal.LineAsync(RehearsalReport.Total(passed, failed, unplayable));
        return unplayable > 0 ? Unplayable
            : failed > 0 ? 1
            : 0;
    }
}
