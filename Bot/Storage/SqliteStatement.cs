using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ChatbotSante.Bot.Storage;

/// <summary>
/// One statement on SQLite's own interface: parameters by position, no look-up of names at each run. A turn writes one to
/// eight of these.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <exception cref="SqliteException">The text is not understood.</exception>
    public SqliteStatement(SqliteConnection connection, string text)
    {
        _database =
            connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        Check(raw.sqlite3_prepare_v2(_database, text, out _statement));
    }

    /// <summary>Runs it; the number of rows it touched.</summary>
    /// <exception cref="SqliteException">It failed; what it changed is undone.</exception>
    public int Run(ReadOnlySpan<object?> values)
    {
        try
        {
            Begin(values);
            Next();
            return raw.sqlite3_changes(_database);
        }
        finally
        {
            End();
        }
    }

    /// <summary>Starts a reading; <see cref="Next"/> gives its rows and <see cref="End"/> ends it.</summary>
    public void Begin(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Bind(i + 1, values[i]);
        }
    }

    /// <summary>Goes to the next row; false when there is none.</summary>
    /// <exception cref="SqliteException">The reading failed.</exception>
    public bool Next()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW)
        {
            return true;
        }

        if (result != raw.SQLITE_DONE)
        {
            Check(result);
        }

        return false;
    }

    public bool IsNull(int column) =>
        raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Int64(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    /// <summary>Lets go of what the reading held.</summary>
    public void End()
    {
        // Gives the failure of the last step again, which was thrown already.
        _ = raw.sqlite3_reset(_statement);
        _ = raw.sqlite3_clear_bindings(_statement);
    }

    public void Dispose() => _statement.Dispose();

    private void Bind(int position, object? value) =>
        Check(
            value switch
            {
                null => raw.sqlite3_bind_null(_statement, position),
                long number => raw.sqlite3_bind_int64(_statement, position, number),
                string text => raw.sqlite3_bind_text(_statement, position, text),
                byte[] bytes => raw.sqlite3_bind_blob(_statement, position, bytes),
                _ => throw new InvalidOperationException("A value of a type that no column has."),
            }
        );

    /// <summary>SQLite's message can quote a value; its code cannot.</summary>
    private static void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw new SqliteException("A statement failed.", result & 0xFF, result);
        }
    }
}
