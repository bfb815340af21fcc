using System.Data.Common;
using ChatbotSante.Bot.Ports;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ChatbotSante.Bot.Storage;

/// <summary>Opens connections to the store, and makes its schema.</summary>
internal sealed class Database
{
    /// <summary>Durable at every commit; deleted bytes overwritten; checkpoints left to <see cref="WalCheckpointer"/>, but for a
    /// journal that has grown far beyond what it keeps to (a command beside a stopped server).</summary>
    private const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA busy_timeout=5000; "
        + "PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=32768; PRAGMA cache_size=-32768;";

    private readonly string _connectionString;

    private Database(StoreProvider provider, string connectionString)
    {
        Provider = provider;
        _connectionString = connectionString;
    }

    public StoreProvider Provider { get; }

    /// <summary>The database of conversations and appointments.</summary>
    public static Database OfConversations(StoreOptions options, string dataFolder) =>
        Of(options, dataFolder, "chatbotsante.db", options.ConnectionString);

    /// <summary>The database of wrapped keys: another file, another backup.</summary>
    public static Database OfKeys(StoreOptions options, string dataFolder) =>
        Of(
            options,
            dataFolder,
            Path.Combine("keys", "wrapped-keys.db"),
            options.KeysConnectionString
        );

    /// <summary>Opens a connection, set for durability: what is committed survives a power cut.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be opened.</exception>
    public DbConnection Open()
    {
        DbConnection connection =
            Provider == StoreProvider.Sqlite
                ? new SqliteConnection(_connectionString)
                : new NpgsqlConnection(_connectionString);
        try
        {
            connection.Open();
            if (Provider == StoreProvider.Sqlite)
            {
                using var pragmas = connection.CreateCommand();
                pragmas.CommandText = Pragmas;
                pragmas.ExecuteNonQuery();
            }

            return connection;
        }
        catch (DbException inner)
        {
            connection.Dispose();
            throw new StoreUnavailableException(inner);
        }
    }

    /// <summary>The schema's context, for what is not on a turn's way.</summary>
    public BotDbContext Context() =>
        Provider == StoreProvider.Sqlite
            ? new SqliteBotDbContext(
                new DbContextOptionsBuilder<SqliteBotDbContext>()
                    .UseSqlite(_connectionString)
                    .Options
            )
            : new PostgreSqlBotDbContext(
                new DbContextOptionsBuilder<PostgreSqlBotDbContext>()
                    .UseNpgsql(_connectionString)
                    .Options
            );

    /// <summary>Moves what SQLite still keeps in its journal into the database, where deleted bytes are overwritten.</summary>
    public void Settle()
    {
        if (Provider != StoreProvider.Sqlite)
        {
            return;
        }

        using var connection = Open();
        using var checkpoint = connection.CreateCommand();
        checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
        checkpoint.ExecuteNonQuery();
    }

    private static Database Of(
        StoreOptions options,
        string dataFolder,
        string file,
        string connectionString
    ) =>
        new(
            options.Provider,
            options.Provider == StoreProvider.Sqlite
                ? new SqliteConnectionStringBuilder
                {
                    DataSource = Path.Combine(dataFolder, file),
                    Pooling = false,
                }.ToString()
                : connectionString
        );
}
