using System.Data.Common;
using ChatbotSante.Bot.Ports;

namespace ChatbotSante.Bot.Storage;

/// <summary>
/// Moves SQLite's journal into the database beside the writer, not in its way: a passive checkpoint every half second, and,
/// when the journal has grown, one that starts it anew, which waits for the writer for the few pages that are left.
/// </summary>
internal sealed class WalCheckpointer(Database database, ILogger<WalCheckpointer> logger)
    : BackgroundService
{
    /// <summary>Length of the journal, in pages of 4 KiB, from which it is started anew.</summary>
    private const int LongJournal = 8192;

    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.Provider != StoreProvider.Sqlite)
        {
            return;
        }

        using var timer = new PeriodicTimer(Period);
        using var connection = database.Open();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (Checkpoint(connection, "PASSIVE") > LongJournal)
                {
                    Checkpoint(connection, "RESTART");
                }
            }
            catch (Exception fault) when (fault is DbException or StoreUnavailableException)
            {
                Log.CheckpointFailed(logger, fault.GetType().Name);
            }
        }
    }

    /// <summary>One checkpoint; the length of the journal, in pages.</summary>
    private static long Checkpoint(DbConnection connection, string mode)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA wal_checkpoint({mode});";
        using var reader = command.ExecuteReader();
        return reader.Read() ? reader.GetInt64(1) : 0;
    }
}
