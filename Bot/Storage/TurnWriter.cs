using System.Data.Common;
using System.Threading.Channels;
using ChatbotSante.Bot.Ports;

namespace ChatbotSante.Bot.Storage;

/// <summary>
/// The one writer: a thread that takes every turn waiting and commits them as one transaction, each turn a savepoint of its
/// own. A turn that is refused leaves the others alone; a group that fails is tried again turn by turn.
/// </summary>
internal sealed class TurnWriter : IDisposable
{
    private const int MaxGroup = 256;

    /// <summary>How often a turn that the database broke off for another is written again.</summary>
    private const int MaxDeadlocks = 5;

    /// <summary>SQLSTATE of PostgreSQL.</summary>
    private const string DeadlockDetected = "40P01";
    private readonly Database _database;
    private readonly byte[] _auditKey;
    private readonly string _chain;
    private readonly ILogger<TurnWriter> _logger;
    private readonly Channel<PendingCommit> _waiting = Channel.CreateUnbounded<PendingCommit>(
        new UnboundedChannelOptions { SingleReader = true }
    );
    private readonly Thread _thread;
    private TurnStatements? _statements;
    private AuditTail _tail;

    /// <param name="database">The store.</param>
    /// <param name="secrets">For the audit's key.</param>
    /// <param name="chain">Name of this node's audit chain; nodes never share one.</param>
    /// <param name="logger">Faults, without content.</param>
    public TurnWriter(
        Database database,
        IInstallationSecrets secrets,
        string chain,
        ILogger<TurnWriter> logger
    )
    {
        _database = database;
        _auditKey = secrets.Derive("audit");
        _chain = chain;
        _logger = logger;
        _thread = new Thread(Run) { IsBackground = true, Name = "turn writer" };
        _thread.Start();
    }

    /// <summary>Commits a turn durably.</summary>
    /// <exception cref="StoreUnavailableException">Nothing of the turn was written.</exception>
    public Task<CommitOutcome> CommitAsync(TurnCommit commit)
    {
        var pending = new PendingCommit(commit);
        return _waiting.Writer.TryWrite(pending)
            ? pending.Done
            : Task.FromException<CommitOutcome>(Closed());
    }

    /// <summary>Writes what is waiting, then stops.</summary>
    public void Dispose()
    {
        _waiting.Writer.TryComplete();
        _thread.Join();
        _statements?.Dispose();
    }

    private static StoreUnavailableException Closed() =>
        new(new ObjectDisposedException(nameof(TurnWriter)));

    private void Run()
    {
        var group = new List<PendingCommit>(MaxGroup);
        var reader = _waiting.Reader;
        while (reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            group.Clear();
            while (group.Count < MaxGroup && reader.TryRead(out var pending))
            {
                group.Add(pending);
            }

            Write(group);
        }
    }

    private void Write(List<PendingCommit> group)
    {
        if (TryCommit(group, group.Count == 1))
        {
            group.ForEach(pending => pending.Complete());
            return;
        }

        if (group.Count == 1)
        {
            return;
        }

        // Something in the group, or between two nodes, went wrong: one by one, each stands for itself.
        foreach (var pending in group)
        {
            if (TryCommit([pending], failAlone: true))
            {
                pending.Complete();
            }
        }
    }

    private bool TryCommit(List<PendingCommit> group, bool failAlone)
    {
        try
        {
            if (failAlone)
            {
                CommitAlone(group);
            }
            else
            {
                Commit(group);
            }

            return true;
        }
        catch (Exception fault)
            when (fault is DbException or StoreUnavailableException or InvalidOperationException)
        {
            Log.CommitFailed(_logger, group.Count, fault.GetType().Name);
            Reconnect();
            if (failAlone)
            {
                group[0].Fail(new StoreUnavailableException(fault));
            }

            return false;
        }
    }

    /// <summary>
    /// A long visit claims several slots, and another node's group may want them in another order: the database then breaks one
    /// of the two off, and the other goes on.
    /// </summary>
    private void CommitAlone(List<PendingCommit> one)
    {
        for (var left = MaxDeadlocks; ; left--)
        {
            try
            {
                Commit(one);
                return;
            }
            catch (DbException fault) when (fault.SqlState == DeadlockDetected && left > 0)
            {
                Log.CommitFailed(_logger, one.Count, fault.GetType().Name);
                Reconnect();
            }
        }
    }

    private void Commit(List<PendingCommit> group)
    {
        var statements = Statements();
        var tail = _tail;
        var transaction = statements.Begin();
        foreach (var pending in group)
        {
            pending.Outcome = statements.Apply(transaction, pending.Commit, ref tail);
        }

        statements.Commit(transaction);
        _tail = tail;
    }

    private TurnStatements Statements()
    {
        if (_statements is null)
        {
            _statements = new TurnStatements(_database.Open(), _auditKey, _chain);
            _tail = _statements.ReadTail();
        }

        return _statements;
    }

    private void Reconnect()
    {
        _statements?.Dispose();
        _statements = null;
    }
}
