using ChatbotSante.Bot.Ports;

namespace ChatbotSante.Bot.Storage;

/// <summary>A turn waiting to be written.</summary>
internal sealed class PendingCommit(TurnCommit commit)
{
    private readonly TaskCompletionSource<CommitOutcome> _done = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    public TurnCommit Commit { get; } = commit;

    public CommitOutcome Outcome { get; set; }

    public Task<CommitOutcome> Done => _done.Task;

    public void Complete() => _done.TrySetResult(Outcome);

    public void Fail(Exception fault) => _done.TrySetException(fault);
}
