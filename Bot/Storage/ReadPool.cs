using System.Collections.Concurrent;
using System.Data.Common;
using ChatbotSante.Bot.Ports;

namespace ChatbotSante.Bot.Storage;

/// <summary>Connections with their reading statements prepared, lent to one reader at a time.</summary>
internal sealed class ReadPool(Database database) : IDisposable
{
    private readonly ConcurrentBag<ReadStatements> _idle = [];

    /// <summary>Reads; a fault closes the connection and is told as one exception.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read.</exception>
    public T Read<TArgument, T>(TArgument argument, Func<ReadStatements, TArgument, T> read)
    {
        var statements = _idle.TryTake(out var idle) ? idle : new ReadStatements(database.Open());
        try
        {
            var result = read(statements, argument);
            _idle.Add(statements);
            return result;
        }
        catch (DbException inner)
        {
            statements.Dispose();
            throw new StoreUnavailableException(inner);
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var statements))
        {
            statements.Dispose();
        }
    }
}
