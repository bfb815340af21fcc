using System.Collections.Concurrent;
using System.Data.Common;
using ChatbotSante.Bot.Ports;

namespace ChatbotSante.Bot.Storage;

/// <summary>Connections with their reading statements prepared, lent to one reader at a time.</summary>
internal sealed class ReadPool(Database database) : IDisposable
{
    /// <summary>How many may read at once. A reading keeps its thread: a database that hangs must not keep all of them, for an
    /// emergency is answered without it.</summary>
    private const int MaxReaders = 8;

    /// <summary>Longest wait for a turn to read: by then the channel has answered alone.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly ConcurrentBag<ReadStatements> _idle = [];
    private readonly SemaphoreSlim _readers = new(MaxReaders, MaxReaders);

    /// <summary>Reads; a fault closes the connection and is told as one exception.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read, or not in time.</exception>
    public async ValueTask<T> ReadAsync<TArgument, T>(
        TArgument argument,
        Func<ReadStatements, TArgument, T> read
    )
    {
        if (!await _readers.WaitAsync(LongestWait))
        {
            throw new StoreUnavailableException(new TimeoutException("Too many wait to read."));
        }

        try
        {
            return Read(argument, read);
        }
        finally
        {
            _readers.Release();
        }
    }

    private T Read<TArgument, T>(TArgument argument, Func<ReadStatements, TArgument, T> read)
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

        _readers.Dispose();
    }
}
