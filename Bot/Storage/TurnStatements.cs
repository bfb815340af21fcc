using System.Data;
using System.Data.Common;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Nlu;
using Microsoft.Data.Sqlite;

namespace ChatbotSante.Bot.Storage;

/// <summary>The statements of a turn's commit, on one connection. Understood alike by SQLite and PostgreSQL.</summary>
internal sealed class TurnStatements : IDisposable
{
    private readonly DbConnection _connection;
    private readonly byte[] _auditKey;
    private readonly string _chain;
    private readonly Sql _insert;
    private readonly Sql _update;
    private readonly Sql _hold;
    private readonly Sql _release;
    private readonly Sql _book;
    private readonly Sql _appoint;
    private readonly Sql _leave;
    private readonly Sql _rename;
    private readonly Sql _shift;
    private readonly Sql _keepPatient;
    private readonly Sql _forget;
    private readonly Sql _codeSend;
    private readonly Sql _callBack;
    private readonly Sql _wait;
    private readonly Sql _countMissed;
    private readonly Sql _keepMissed;
    private readonly Sql _send;
    private readonly Sql _audit;
    private readonly Sql _auditTail;
    private readonly Sql _savepoint;
    private readonly Sql _rollback;
    private readonly Sql _releaseSavepoint;
    private readonly Sql? _begin;
    private readonly Sql? _commit;

    public TurnStatements(DbConnection connection, byte[] auditKey, string chain)
    {
        _connection = connection;
        _auditKey = auditKey;
        _chain = chain;
        _insert = new Sql(
            connection,
            "INSERT INTO conversations (id, revision, forget_at, key_id, sealed) VALUES (@id, 1, @forget, @key, @sealed) ON CONFLICT (id) DO NOTHING",
            ("@id", DbType.String),
            ("@forget", DbType.Int64),
            ("@key", DbType.Binary),
            ("@sealed", DbType.Binary)
        );
        _update = new Sql(
            connection,
            "UPDATE conversations SET revision = revision + 1, forget_at = @forget, key_id = @key, sealed = @sealed WHERE id = @id AND revision = @expected",
            ("@forget", DbType.Int64),
            ("@key", DbType.Binary),
            ("@sealed", DbType.Binary),
            ("@id", DbType.String),
            ("@expected", DbType.Int64)
        );
        _hold = new Sql(
            connection,
            "INSERT INTO slot_claims (schedule, start, hold_id, held_until) VALUES (@schedule, @start, @hold, @until) "
                + "ON CONFLICT (schedule, start) DO UPDATE SET hold_id = excluded.hold_id, held_until = excluded.held_until "
                + "WHERE slot_claims.held_until IS NOT NULL AND slot_claims.held_until < @now",
            ("@schedule", DbType.String),
            ("@start", DbType.Int64),
            ("@hold", DbType.String),
            ("@until", DbType.Int64),
            ("@now", DbType.Int64)
        );
        _release = new Sql(
            connection,
            "DELETE FROM slot_claims WHERE hold_id = @hold AND held_until IS NOT NULL",
            ("@hold", DbType.String)
        );
        _book = new Sql(
            connection,
            "UPDATE slot_claims SET held_until = NULL WHERE hold_id = @hold AND (held_until IS NULL OR held_until >= @now)",
            ("@hold", DbType.String),
            ("@now", DbType.Int64)
        );
        _appoint = new Sql(
            connection,
            "INSERT INTO appointments (id, schedule, start, length, revision, purge_at, person, key_id, sealed) "
                + "VALUES (@id, @schedule, @start, @length, 1, @purge, @person, @key, @sealed) ON CONFLICT (id) DO NOTHING",
            ("@id", DbType.String),
            ("@schedule", DbType.String),
            ("@start", DbType.Int64),
            ("@length", DbType.Int64),
            ("@purge", DbType.Int64),
            ("@person", DbType.Binary),
            ("@key", DbType.Binary),
            ("@sealed", DbType.Binary)
        );
        _leave = new Sql(
            connection,
            "DELETE FROM slot_claims WHERE hold_id = @id AND held_until IS NULL",
            ("@id", DbType.String)
        );
        _rename = new Sql(
            connection,
            "UPDATE slot_claims SET hold_id = @id WHERE hold_id = @hold",
            ("@id", DbType.String),
            ("@hold", DbType.String)
        );
        _shift = new Sql(
            connection,
            "UPDATE appointments SET schedule = @to, start = @at, purge_at = @purge "
                + "WHERE id = @id AND schedule = @schedule AND start = @start AND purge_at > @now",
            ("@to", DbType.String),
            ("@at", DbType.Int64),
            ("@purge", DbType.Int64),
            ("@id", DbType.String),
            ("@schedule", DbType.String),
            ("@start", DbType.Int64),
            ("@now", DbType.Int64)
        );
        _keepPatient = new Sql(
            connection,
            "UPDATE patients SET purge_at = @purge WHERE purge_at < @until "
                + "AND id = (SELECT patient_id FROM appointments WHERE id = @id)",
            ("@purge", DbType.Int64),
            ("@until", DbType.Int64),
            ("@id", DbType.String)
        );
        _forget = new Sql(
            connection,
            "UPDATE appointments SET purge_at = @now WHERE id = @id AND schedule = @schedule AND start = @start AND purge_at > @since",
            ("@now", DbType.Int64),
            ("@id", DbType.String),
            ("@schedule", DbType.String),
            ("@start", DbType.Int64),
            ("@since", DbType.Int64)
        );
        _codeSend = new Sql(
            connection,
            "INSERT INTO code_sends (phone, day, sends, purge_at) VALUES (@phone, @day, 1, @purge) "
                + "ON CONFLICT (phone, day) DO UPDATE SET sends = code_sends.sends + 1 WHERE code_sends.sends < @most",
            ("@phone", DbType.Binary),
            ("@day", DbType.Int64),
            ("@purge", DbType.Int64),
            ("@most", DbType.Int64)
        );
        _callBack = new Sql(
            connection,
            "INSERT INTO call_backs (id, created_at, purge_at, key_id, sealed) VALUES (@id, @created, @purge, @key, @sealed) ON CONFLICT (id) DO NOTHING",
            ("@id", DbType.String),
            ("@created", DbType.Int64),
            ("@purge", DbType.Int64),
            ("@key", DbType.Binary),
            ("@sealed", DbType.Binary)
        );
        _wait = new Sql(
            connection,
            "INSERT INTO waiting_list (id, created_at, purge_at, key_id, sealed) VALUES (@id, @created, @purge, @key, @sealed) ON CONFLICT (id) DO NOTHING",
            ("@id", DbType.String),
            ("@created", DbType.Int64),
            ("@purge", DbType.Int64),
            ("@key", DbType.Binary),
            ("@sealed", DbType.Binary)
        );
        _countMissed = new Sql(
            connection,
            "INSERT INTO missed_sentences (id, times, last_day, purge_at) VALUES (@id, 1, @day, @purge) "
                + "ON CONFLICT (id) DO UPDATE SET times = missed_sentences.times + 1, last_day = excluded.last_day",
            ("@id", DbType.String),
            ("@day", DbType.Int64),
            ("@purge", DbType.Int64)
        );
        _keepMissed = new Sql(
            connection,
            "UPDATE missed_sentences SET key_id = @key, sealed = @sealed WHERE id = @id AND sealed IS NULL AND times >= @from",
            ("@key", DbType.Binary),
            ("@sealed", DbType.Binary),
            ("@id", DbType.String),
            ("@from", DbType.Int64)
        );
        _send = new Sql(
            connection,
            "INSERT INTO outbox (id, template, reference, due, purge_at, key_id, sealed) "
                + "VALUES (@id, @template, @reference, @due, @purge, @key, @sealed) ON CONFLICT (id) DO NOTHING",
            ("@id", DbType.String),
            ("@template", DbType.String),
            ("@reference", DbType.String),
            ("@due", DbType.Int64),
            ("@purge", DbType.Int64),
            ("@key", DbType.Binary),
            ("@sealed", DbType.Binary)
        );
        _audit = new Sql(
            connection,
            "INSERT INTO audit (chain, sequence, at, actor, action, subject, hash) VALUES (@chain, @sequence, @at, @actor, @action, @subject, @hash)",
            ("@chain", DbType.String),
            ("@sequence", DbType.Int64),
            ("@at", DbType.Int64),
            ("@actor", DbType.String),
            ("@action", DbType.String),
            ("@subject", DbType.String),
            ("@hash", DbType.Binary)
        );
        _savepoint = new Sql(connection, "SAVEPOINT turn");
        _rollback = new Sql(connection, "ROLLBACK TO SAVEPOINT turn");
        _releaseSavepoint = new Sql(connection, "RELEASE SAVEPOINT turn");
        if (connection is SqliteConnection)
        {
            _begin = new Sql(connection, "BEGIN IMMEDIATE");
            _commit = new Sql(connection, "COMMIT");
        }

        _auditTail = new Sql(
            connection,
            "SELECT sequence, hash FROM audit WHERE chain = @chain ORDER BY sequence DESC LIMIT 1",
            ("@chain", DbType.String)
        );
    }

    /// <summary>The end of this node's audit chain, as stored.</summary>
    public AuditTail ReadTail()
    {
        using var rows = _auditTail.Read(null, _chain);
        return rows.Next()
            ? new AuditTail(rows.Int64(0), rows.Bytes(1))
            : new AuditTail(0, AuditChain.Origin);
    }

    /// <summary>Opens the transaction of a group; null where the connection itself keeps it.</summary>
    public DbTransaction? Begin()
    {
        if (_begin is null)
        {
            return _connection.BeginTransaction();
        }

        _begin.Run(null);
        return null;
    }

    /// <summary>Makes the group durable. When it fails, the connection must be closed: that undoes what it holds.</summary>
    public void Commit(DbTransaction? transaction)
    {
        transaction?.Commit();
        transaction?.Dispose();
        _commit?.Run(null);
    }

    /// <summary>Applies one turn inside a transaction, all of it or nothing.</summary>
    public CommitOutcome Apply(DbTransaction? transaction, TurnCommit commit, ref AuditTail tail)
    {
        // A turn without commands is one statement: it needs no savepoint to be all or nothing.
        if (commit.Commands.Count == 0)
        {
            return Write(transaction, commit, ref tail);
        }

        var before = tail;
        _savepoint.Run(transaction);
        var outcome = Write(transaction, commit, ref tail);
        if (outcome != CommitOutcome.Saved)
        {
            _rollback.Run(transaction);
            tail = before;
        }

        _releaseSavepoint.Run(transaction);
        return outcome;
    }

    private CommitOutcome Write(DbTransaction? transaction, TurnCommit commit, ref AuditTail tail)
    {
        var forget = commit.ForgetAt.UtcTicks;
        var key = Bytes(commit.Key);
        var id = commit.Conversation.Value;
        var rows =
            commit.Expected == 0
                ? _insert.Run(transaction, id, forget, key, commit.Sealed)
                : _update.Run(transaction, forget, key, commit.Sealed, id, commit.Expected);
        if (rows != 1)
        {
            return CommitOutcome.Stale;
        }

        foreach (var command in commit.Commands)
        {
            if (!Apply(transaction, command, ref tail))
            {
                return CommitOutcome.Refused;
            }
        }

        return CommitOutcome.Saved;
    }

    public void Dispose()
    {
        foreach (
            var sql in (Sql?[])
                [
                    _insert,
                    _update,
                    _hold,
                    _release,
                    _book,
                    _appoint,
                    _leave,
                    _rename,
                    _shift,
                    _keepPatient,
                    _forget,
                    _codeSend,
                    _callBack,
                    _wait,
                    _countMissed,
                    _keepMissed,
                    _send,
                    _audit,
                    _auditTail,
                    _savepoint,
                    _rollback,
                    _releaseSavepoint,
                    _begin,
                    _commit,
                ]
        )
        {
            sql?.Dispose();
        }

        _connection.Dispose();
    }

    private bool Apply(DbTransaction? transaction, StoreCommand command, ref AuditTail tail)
    {
        switch (command)
        {
            case StoreCommand.Hold hold:
                return Claim(transaction, hold, hold.Start)
                    && hold.Following.All(start => Claim(transaction, hold, start));
            case StoreCommand.Release release:
                _release.Run(transaction, release.Id);
                return true;
            case StoreCommand.Book book:
                if (_book.Run(transaction, book.Id, book.Now.UtcTicks) != book.SlotCount)
                {
                    return false;
                }

                _appoint.Run(
                    transaction,
                    book.Id,
                    book.Schedule,
                    book.Start.UtcTicks,
                    (long)book.Length.TotalMinutes,
                    book.PurgeAt.UtcTicks,
                    book.Person,
                    Bytes(book.Key),
                    book.Sealed
                );
                return true;
            case StoreCommand.Cancel cancel:
                return _leave.Run(transaction, cancel.Id) >= 1
                    && _forget.Run(
                        transaction,
                        cancel.Now.UtcTicks,
                        cancel.Id,
                        cancel.Schedule,
                        cancel.Start.UtcTicks,
                        cancel.Now.UtcTicks
                    ) == 1;
            case StoreCommand.Move move:
                return Apply(transaction, move);
            case StoreCommand.CodeSend codeSend:
                return _codeSend.Run(
                        transaction,
                        codeSend.Phone,
                        (long)codeSend.Day,
                        codeSend.PurgeAt.UtcTicks,
                        (long)codeSend.Most
                    ) == 1;
            case StoreCommand.CallBack callBack:
                _callBack.Run(
                    transaction,
                    callBack.Id,
                    callBack.Now.UtcTicks,
                    callBack.PurgeAt.UtcTicks,
                    Bytes(callBack.Key),
                    callBack.Sealed
                );
                return true;
            case StoreCommand.Wait wait:
                _wait.Run(
                    transaction,
                    wait.Id,
                    wait.Now.UtcTicks,
                    wait.PurgeAt.UtcTicks,
                    Bytes(wait.Key),
                    wait.Sealed
                );
                return true;
            case StoreCommand.CountMissed missed:
                Count(transaction, missed);
                return true;
            case StoreCommand.Send send:
                _send.Run(
                    transaction,
                    send.Id,
                    send.Template,
                    send.Reference,
                    send.Due.UtcTicks,
                    send.PurgeAt.UtcTicks,
                    send.Key is { } key ? Bytes(key) : null,
                    send.Sealed
                );
                return true;
            case StoreCommand.Audit audit:
                tail = Append(transaction, audit, tail);
                return true;
            default:
                throw new InvalidOperationException("A store command without a statement.");
        }
    }

    /// <summary>Two conversations may bring the words at once, or bring them to a row that was begun anew: the row decides.</summary>
    private void Count(DbTransaction? transaction, StoreCommand.CountMissed missed)
    {
        _countMissed.Run(transaction, missed.Id, (long)missed.Day, missed.PurgeAt.UtcTicks);
        if (missed.Key is { } key)
        {
            _keepMissed.Run(
                transaction,
                Bytes(key),
                missed.Sealed,
                missed.Id,
                (long)MissedSentence.KeptFrom
            );
        }
    }

    private bool Claim(DbTransaction? transaction, StoreCommand.Hold hold, DateTimeOffset start) =>
        _hold.Run(
            transaction,
            hold.Schedule,
            start.UtcTicks,
            hold.Id,
            hold.Until.UtcTicks,
            hold.Now.UtcTicks
        ) == 1;

    /// <summary>The new slot first: only once it is the patient's is the old one given back, under the appointment's own name.</summary>
    private bool Apply(DbTransaction? transaction, StoreCommand.Move move)
    {
        var now = move.Now.UtcTicks;
        var purge = move.PurgeAt.UtcTicks;
        var isMoved =
            _book.Run(transaction, move.NewHold, now) == move.SlotCount
            && _leave.Run(transaction, move.Id) >= 1
            && _rename.Run(transaction, move.Id, move.NewHold) == move.SlotCount
            && _shift.Run(
                transaction,
                move.ToSchedule,
                move.ToStart.UtcTicks,
                purge,
                move.Id,
                move.Schedule,
                move.Start.UtcTicks,
                now
            ) == 1;
        if (isMoved)
        {
            _keepPatient.Run(transaction, purge, purge, move.Id);
        }

        return isMoved;
    }

    private AuditTail Append(DbTransaction? transaction, StoreCommand.Audit audit, AuditTail tail)
    {
        var sequence = tail.Sequence + 1;
        var at = audit.At.UtcTicks;
        var hash = AuditChain.Hash(
            _auditKey,
            tail.Hash,
            _chain,
            sequence,
            at,
            audit.Actor,
            audit.Action,
            audit.Subject
        );
        _audit.Run(
            transaction,
            _chain,
            sequence,
            at,
            audit.Actor,
            audit.Action,
            audit.Subject,
            hash
        );
        return new AuditTail(sequence, hash);
    }

    private static byte[] Bytes(KeyId key) => key.Value.ToByteArray(bigEndian: true);
}
