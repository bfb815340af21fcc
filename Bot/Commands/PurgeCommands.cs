using ChatbotSante.Bot.Ports;

namespace ChatbotSante.Bot.Commands;

/// <summary><c>ChatbotSante purge</c>.</summary>
internal static class PurgeCommands
{
    public static async Task<int> RunAsync(string[] settings, CancellationToken cancellationToken)
    {
        using var host = await CommandHost.BuildAsync(settings, cancellationToken);
        var services = host.Services;
        var now = services.GetRequiredKeyedService<TimeProvider>(ClinicClockKey.Name).GetUtcNow();
        var freed = await services
            .GetRequiredService<IRetentionStore>()
            .PurgeAsync(now, cancellationToken);
        await services.GetRequiredService<ISealer>().DestroyAsync(freed, cancellationToken);
        await services
            .GetRequiredService<IAuditLog>()
            .AppendAsync(
                CommandHost.Actor,
                "purged",
                FormattableString.Invariant($"keys:{freed.Count}"),
                now,
                cancellationToken
            );
        await Terminal.LineAsync(
            FormattableString.Invariant($"{freed.Count} sealed rows forgotten")
        );
        return 0;
    }
}
