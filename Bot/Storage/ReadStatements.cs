using System.Data;
using System.Data.Common;
using ChatbotSante.Bot.Ports;

namespace ChatbotSante.Bot.Storage;

/// <summary>The reading statements, on one connection.</summary>
internal sealed class ReadStatements : IDisposable
{
    private readonly DbConnection _connection;
    private readonly Sql _conversation;
    private readonly Sql _claims;
    private readonly Sql _claim;
    private readonly Sql _hold;

    public ReadStatements(DbConnection connection)
    {
        _connection = connection;
        _conversation = new Sql(
            connection,
            "SELECT revision, forget_at, key_id, sealed FROM conversations WHERE id = @id",
            ("@id", DbType.String)
        );
        _claims = new Sql(
            connection,
            "SELECT start FROM slot_claims WHERE schedule = @schedule AND start >= @from AND start < @to AND (held_until IS NULL OR held_until >= @now)",
            ("@schedule", DbType.String),
            ("@from", DbType.Int64),
            ("@to", DbType.Int64),
            ("@now", DbType.Int64)
        );
        _claim = new Sql(
            connection,
            "SELECT 1 FROM slot_claims WHERE schedule = @schedule AND start = @start AND (held_until IS NULL OR held_until >= @now)",
            ("@schedule", DbType.String),
            ("@start", DbType.Int64),
            ("@now", DbType.Int64)
        );
        _hold = new Sql(
            connection,
            "SELECT held_until FROM slot_claims WHERE hold_id = @hold",
            ("@hold", DbType.String)
        );
    }

    public StoredConversation? Conversation(string id)
    {
        using var rows = _conversation.Read(null, id);
        return rows.Next()
            ? new StoredConversation(
                rows.Int64(0),
                new KeyId(new Guid(rows.Bytes(2), bigEndian: true)),
                new DateTimeOffset(rows.Int64(1), TimeSpan.Zero),
                rows.Bytes(3)
            )
            : null;
    }

    /// <summary>The starts claimed on a schedule between two instants, in ticks of UTC.</summary>
    public HashSet<long> Claims(string schedule, long from, long to, long now)
    {
        var claimed = new HashSet<long>();
        using var rows = _claims.Read(null, schedule, from, to, now);
        while (rows.Next())
        {
            claimed.Add(rows.Int64(0));
        }

        return claimed;
    }

    public bool IsClaimed(string schedule, long start, long now)
    {
        using var rows = _claim.Read(null, schedule, start, now);
        return rows.Next();
    }

    /// <summary>Whether a hold exists, and until when; a booked one has no end.</summary>
    public (bool Exists, long? HeldUntil) Hold(string id)
    {
        using var rows = _hold.Read(null, id);
        return rows.Next() ? (true, rows.IsNull(0) ? null : rows.Int64(0)) : (false, null);
    }

    public void Dispose()
    {
        _conversation.Dispose();
        _claims.Dispose();
        _claim.Dispose();
        _hold.Dispose();
        _connection.Dispose();
    }
}
