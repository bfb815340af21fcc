using System.Data;
using System.Data.Common;
using ChatbotSante.Bot.Ports;

namespace ChatbotSante.Bot.Storage;

/// <summary>Wrapped keys, in a database of their own.</summary>
internal sealed class SqlWrappedKeyStore(Database database) : IWrappedKeyStore
{
    private readonly Lock _once = new();
    private bool _made;

    /// <inheritdoc />
    public Task AddAsync(
        IReadOnlyList<(KeyId Id, byte[] Wrapped)> keys,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        Run(connection =>
        {
            using var transaction = connection.BeginTransaction();
            using var insert = new Sql(
                connection,
                "INSERT INTO wrapped_keys (id, wrapped, created_at) VALUES (@id, @wrapped, @created)",
                ("@id", DbType.Binary),
                ("@wrapped", DbType.Binary),
                ("@created", DbType.Int64)
            );
            foreach (var (id, wrapped) in keys)
            {
                insert.Run(transaction, Bytes(id), wrapped, now.UtcTicks);
            }

            transaction.Commit();
            return true;
        });

    /// <inheritdoc />
    public Task<byte[]?> FindAsync(KeyId id, CancellationToken cancellationToken) =>
        Run(connection =>
        {
            using var select = new Sql(
                connection,
                "SELECT wrapped FROM wrapped_keys WHERE id = @id",
                ("@id", DbType.Binary)
            );
            using var rows = select.Read(null, Bytes(id));
            return rows.Next() ? rows.Bytes(0) : null;
        });

    /// <inheritdoc />
    public async Task DestroyAsync(
        IReadOnlyCollection<KeyId> ids,
        CancellationToken cancellationToken
    )
    {
        if (ids.Count == 0)
        {
            return;
        }

        await Run(connection =>
        {
            using var transaction = connection.BeginTransaction();
            using var delete = new Sql(
                connection,
                "DELETE FROM wrapped_keys WHERE id = @id",
                ("@id", DbType.Binary)
            );
            foreach (var id in ids)
            {
                delete.Run(transaction, Bytes(id));
            }

            transaction.Commit();
            return true;
        });
        database.Settle();
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<KeyId>> ListAsync(
        DateTimeOffset before,
        CancellationToken cancellationToken
    ) =>
        Run<IReadOnlyList<KeyId>>(connection =>
        {
            using var select = new Sql(
                connection,
                "SELECT id FROM wrapped_keys WHERE created_at < @before",
                ("@before", DbType.Int64)
            );
            using var rows = select.Read(null, before.UtcTicks);
            var keys = new List<KeyId>();
            while (rows.Next())
            {
                keys.Add(new KeyId(new Guid(rows.Bytes(0), bigEndian: true)));
            }

            return keys;
        });

    private Task<T> Run<T>(Func<DbConnection, T> work)
    {
        try
        {
            using var connection = database.Open();
            Make(connection);
            return Task.FromResult(work(connection));
        }
        catch (DbException inner)
        {
            return Task.FromException<T>(new StoreUnavailableException(inner));
        }
    }

    private void Make(DbConnection connection)
    {
        lock (_once)
        {
            if (_made)
            {
                return;
            }

            using var create = connection.CreateCommand();
            var bytes = database.Provider == StoreProvider.Sqlite ? "BLOB" : "bytea";
            create.CommandText =
                $"CREATE TABLE IF NOT EXISTS wrapped_keys (id {bytes} PRIMARY KEY, wrapped {bytes} NOT NULL, created_at bigint NOT NULL)";
            create.ExecuteNonQuery();
            _made = true;
        }
    }

    private static byte[] Bytes(KeyId key) => key.Value.ToByteArray(bigEndian: true);
}
