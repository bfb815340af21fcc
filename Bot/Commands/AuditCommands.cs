using ChatbotSante.Bot.Ports;

namespace ChatbotSante.Bot.Commands;

/// <summary><c>ChatbotSante audit</c>.</summary>
internal static class AuditCommands
{
    public static async Task<int> VerifyAsync(
        string[] settings,
        CancellationToken cancellationToken
    )
    {
        using var host = await CommandHost.BuildAsync(settings, cancellationToken);
        var (entries, broken) = await host
            .Services.GetRequiredService<IAuditLog>()
            .VerifyAsync(cancellationToken);
        foreach (var entry in broken)
        {
            await Terminal.ErrorAsync($"broken at {entry}");
        }

        await Terminal.LineAsync(
            FormattableString.Invariant($"{entries} entries, {broken.Count} broken chains")
        );
        return broken.Count == 0 ? 0 : 1;
    }
}
