using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace ChatbotSante.Bot.Storage;

/// <summary>One prepared statement; parameters are given in the order in which the text names them, each once.</summary>
internal sealed class Sql : IDisposable
{
    private readonly DbCommand _command;
    private readonly SqliteStatement? _direct;

    public Sql(
        DbConnection connection,
        string text,
        params ReadOnlySpan<(string Name, DbType Type)> parameters
    )
    {
        _command = connection.CreateCommand();
        _command.CommandText = text;
        _direct = connection is SqliteConnection sqlite ? new SqliteStatement(sqlite, text) : null;
        foreach (var (name, type) in parameters)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = name;
            parameter.DbType = type;
            _command.Parameters.Add(parameter);
        }
    }

    /// <summary>Runs it; the number of rows it touched.</summary>
    public int Run(DbTransaction? transaction, params ReadOnlySpan<object?> values)
    {
        if (_direct is not null)
        {
            return _direct.Run(values);
        }

        Bind(transaction, values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>Runs it and reads.</summary>
    public SqlRows Read(DbTransaction? transaction, params ReadOnlySpan<object?> values)
    {
        if (_direct is not null)
        {
            _direct.Begin(values);
            return new SqlRows(_direct);
        }

        Bind(transaction, values);
        return new SqlRows(_command.ExecuteReader());
    }

    public void Dispose()
    {
        _direct?.Dispose();
        _command.Dispose();
    }

    private void Bind(DbTransaction? transaction, ReadOnlySpan<object?> values)
    {
        _command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }
}
