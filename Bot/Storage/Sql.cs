using System.Data;
using System.Data.Common;

namespace ChatbotSante.Bot.Storage;

/// <summary>One prepared statement, its parameters bound by position of their names.</summary>
internal sealed class Sql : IDisposable
{
    private readonly DbCommand _command;

    public Sql(
        DbConnection connection,
        string text,
        params ReadOnlySpan<(string Name, DbType Type)> parameters
    )
    {
        _command = connection.CreateCommand();
        _command.CommandText = text;
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
        Bind(transaction, values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>Runs it and reads.</summary>
    public DbDataReader Read(DbTransaction? transaction, params ReadOnlySpan<object?> values)
    {
        Bind(transaction, values);
        return _command.ExecuteReader();
    }

    public void Dispose() => _command.Dispose();

    private void Bind(DbTransaction? transaction, ReadOnlySpan<object?> values)
    {
        _command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }
}
