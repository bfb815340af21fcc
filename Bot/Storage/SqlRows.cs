using System.Data.Common;

namespace ChatbotSante.Bot.Storage;

/// <summary>The rows that a statement reads, one after another; columns by position, from 0.</summary>
internal readonly ref struct SqlRows
{
    private readonly SqliteStatement? _direct;
    private readonly DbDataReader? _reader;

    public SqlRows(SqliteStatement direct) => _direct = direct;

    public SqlRows(DbDataReader reader) => _reader = reader;

    /// <summary>Goes to the next row, at first to the first; false when there is none.</summary>
    public bool Next() => _direct?.Next() ?? _reader!.Read();

    public bool IsNull(int column) => _direct?.IsNull(column) ?? _reader!.IsDBNull(column);

    public long Int64(int column) => _direct?.Int64(column) ?? _reader!.GetInt64(column);

    public string Text(int column) => _direct?.Text(column) ?? _reader!.GetString(column);

    public byte[] Bytes(int column) => _direct?.Bytes(column) ?? (byte[])_reader!.GetValue(column);

    public void Dispose()
    {
        _direct?.End();
        _reader?.Dispose();
    }
}
