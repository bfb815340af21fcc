using System.Data;
using System.Data.Common;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Nlu;

namespace ChatbotSante.Bot.Storage;

/// <summary>The reading statements, on one connection.</summary>
internal sealed class ReadStatements : IDisposable
{
    private readonly DbConnection _connection;
    private readonly Sql _conversation;
    private readonly Sql _claims;
    private readonly Sql _claim;
    private readonly Sql _hold;
    private readonly Sql _appointment;
    private readonly Sql _appointmentsOf;
    private readonly Sql _bookingsOf;
    private readonly Sql _patients;
    private readonly Sql _codeSends;
    private readonly Sql _wantsWords;

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
        _appointment = new Sql(
            connection,
            "SELECT id, schedule, start, length FROM appointments WHERE id = @id AND start > @now AND purge_at > @kept",
            ("@id", DbType.String),
            ("@now", DbType.Int64),
            ("@kept", DbType.Int64)
        );
        _appointmentsOf = new Sql(
            connection,
            "SELECT id, schedule, start, length FROM appointments WHERE patient_id = @patient AND start > @now AND purge_at > @kept",
            ("@patient", DbType.String),
            ("@now", DbType.Int64),
            ("@kept", DbType.Int64)
        );
        _bookingsOf = new Sql(
            connection,
            "SELECT id, revision, key_id, sealed FROM appointments WHERE person = @person AND patient_id IS NULL AND start > @now AND purge_at > @kept",
            ("@person", DbType.Binary),
            ("@now", DbType.Int64),
            ("@kept", DbType.Int64)
        );
        _patients = new Sql(
            connection,
            "SELECT id, revision, key_id, sealed FROM patients WHERE person = @person AND purge_at > @now",
            ("@person", DbType.Binary),
            ("@now", DbType.Int64)
        );
        _codeSends = new Sql(
            connection,
            "SELECT sends FROM code_sends WHERE phone = @phone AND day = @day",
            ("@phone", DbType.Binary),
            ("@day", DbType.Int64)
        );
        _wantsWords = new Sql(
            connection,
            "SELECT 1 FROM missed_sentences WHERE id = @id AND sealed IS NULL AND times >= @before",
            ("@id", DbType.String),
            ("@before", DbType.Int64)
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

    /// <summary>An appointment to come, or null.</summary>
    public (string Id, string Schedule, long Start, long Length)? Appointment(string id, long now)
    {
        using var rows = _appointment.Read(null, id, now, now);
        return rows.Next() ? (rows.Text(0), rows.Text(1), rows.Int64(2), rows.Int64(3)) : null;
    }

    /// <summary>The appointments to come of a patient on file.</summary>
    public List<(string Id, string Schedule, long Start, long Length)> AppointmentsOf(
        string patient,
        long now
    )
    {
        var found = new List<(string Id, string Schedule, long Start, long Length)>();
        using var rows = _appointmentsOf.Read(null, patient, now, now);
        while (rows.Next())
        {
            found.Add((rows.Text(0), rows.Text(1), rows.Int64(2), rows.Int64(3)));
        }

        return found;
    }

    /// <summary>The sealed bookings to come of somebody who was not matched to a patient.</summary>
    public List<StoredRecord> BookingsOf(byte[] person, long now) =>
        SealedRows(_bookingsOf.Read(null, person, now, now));

    /// <summary>The sealed patients on file under an index.</summary>
    public List<StoredRecord> Patients(byte[] person, long now) =>
        SealedRows(_patients.Read(null, person, now));

    /// <summary>How many codes a number asked for on a day.</summary>
    public int CodeSends(byte[] phone, int day)
    {
        using var rows = _codeSends.Read(null, phone, (long)day);
        return rows.Next() ? (int)rows.Int64(0) : 0;
    }

    /// <summary>Whether the words of a sentence are to be kept with its next time, and are not yet.</summary>
    public bool WantsWords(string id)
    {
        using var rows = _wantsWords.Read(null, id, MissedSentence.KeptFrom - 1L);
        return rows.Next();
    }

    private static List<StoredRecord> SealedRows(SqlRows rows)
    {
        using (rows)
        {
            var found = new List<StoredRecord>();
            while (rows.Next())
            {
                found.Add(
                    new StoredRecord(
                        rows.Text(0),
                        rows.Int64(1),
                        new KeyId(new Guid(rows.Bytes(2), bigEndian: true)),
                        rows.Bytes(3)
                    )
                );
            }

            return found;
        }
    }

    public void Dispose()
    {
        _appointment.Dispose();
        _appointmentsOf.Dispose();
        _bookingsOf.Dispose();
        _patients.Dispose();
        _codeSends.Dispose();
        _wantsWords.Dispose();
        _conversation.Dispose();
        _claims.Dispose();
        _claim.Dispose();
        _hold.Dispose();
        _connection.Dispose();
    }
}
