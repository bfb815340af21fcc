using System.Data.Common;
using System.Globalization;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Bot.Sealing;
using ChatbotSante.Bot.Storage;
using ChatbotSante.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatbotSante.Tests.Bot.Storage;

/// <summary>A store of one test's own, migrated as a start does: two databases, the writer, the readers.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    /// <summary>Name of the audit chain of <see cref="Writer"/>.</summary>
    public const string Chain = "node";

    private readonly TemporaryFolder? _folder;
    private readonly List<TurnWriter> _writers = [];

    private TestStore(StoreOptions options, TemporaryFolder? folder)
    {
        _folder = folder;
        Conversations = Database.OfConversations(options, folder?.Root ?? "/");
        Keys = Database.OfKeys(options, folder?.Root ?? "/");
        Secrets = new MasterKey([.. Enumerable.Range(1, MasterKey.Length).Select(i => (byte)i)]);
        Reads = new ReadPool(Conversations);
    }

    public Database Conversations { get; }

    public Database Keys { get; }

    public MasterKey Secrets { get; }

    public ReadPool Reads { get; }

    public TurnWriter Writer => _writers[0];

    public static Task<TestStore> OnSqliteAsync()
    {
        var folder = new TemporaryFolder("store");
        Directory.CreateDirectory(folder.PathOf("keys"));

        return MadeAsync(new StoreOptions(), folder);
    }

    public static async Task<TestStore> OnPostgreSqlAsync()
    {
        var server = await PostgresServer.SharedAsync();

        return await MadeAsync(
            new StoreOptions
            {
                Provider = StoreProvider.PostgreSql,
                ConnectionString = server.ConnectionString(await server.CreateDatabaseAsync()),
                KeysConnectionString = server.ConnectionString(await server.CreateDatabaseAsync()),
            },
            folder: null
        );
    }

    /// <summary>Another node's writer, or the same node's after a restart. Disposed of with the store at the latest.</summary>
    public TurnWriter AddWriter(string chain)
    {
        var writer = new TurnWriter(Conversations, Secrets, chain, NullLogger<TurnWriter>.Instance);
        _writers.Add(writer);

        return writer;
    }

    /// <summary>Ends the writer, as a stop does, and starts another on the same chain.</summary>
    public TurnWriter RestartWriter()
    {
        Writer.Dispose();
        _writers.RemoveAt(0);
        var writer = AddWriter(Chain);
        _writers.Remove(writer);
        _writers.Insert(0, writer);

        return writer;
    }

    public KeyRing KeyRing(TimeProvider clock) => new(Secrets, new SqlWrappedKeyStore(Keys), clock);

    /// <summary>Holds every writer up until disposed of, so that what is committed meanwhile is committed as one group.</summary>
    public IAsyncDisposable BlockWrites()
    {
        var connection = Conversations.Open();
        var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            Conversations.Provider == StoreProvider.Sqlite
                ? "DELETE FROM conversations WHERE id = ''"
                : "LOCK TABLE conversations IN EXCLUSIVE MODE";
        command.ExecuteNonQuery();

        return new Blocked(connection, transaction);
    }

    public long Number(string sql)
    {
        using var connection = Conversations.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;

        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public long Count(string table) => Number($"SELECT COUNT(*) FROM {table}");

    public int Execute(string sql)
    {
        using var connection = Conversations.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;

        return command.ExecuteNonQuery();
    }

    public ValueTask DisposeAsync()
    {
        _writers.ForEach(writer => writer.Dispose());
        Reads.Dispose();
        _folder?.Dispose();

        return ValueTask.CompletedTask;
    }

    private static async Task<TestStore> MadeAsync(StoreOptions options, TemporaryFolder? folder)
    {
        var store = new TestStore(options, folder);
        await using (var context = store.Conversations.Context())
        {
            await context.Database.MigrateAsync();
        }

        store.AddWriter(Chain);

        return store;
    }

    private sealed class Blocked(DbConnection connection, DbTransaction transaction)
        : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await transaction.RollbackAsync();
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
