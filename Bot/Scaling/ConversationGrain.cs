using ChatbotSante.Dialogs.Activities;
using Orleans.Placement;

namespace ChatbotSante.Bot.Scaling;

/// <summary>A conversation's mailbox: Orleans gives it one message at a time. What it holds is in <see cref="Conversation"/>.</summary>
/// <remarks>It wakes on the node that its channel talks to, and most turns never leave it.</remarks>
[PreferLocalPlacement]
internal sealed class ConversationGrain(ConversationServices services) : Grain, IConversationGrain
{
    private Conversation? _conversation;

    private string Key => field ??= this.GetPrimaryKeyString();

    private Conversation Current =>
        _conversation ??= new Conversation(ConversationKey.Parse(Key), services);

    /// <inheritdoc />
    public async Task<TravellingReplies> ReceiveAsync(TravellingTurn turn)
    {
        var (sequence, replies) = await Current.ReceiveAsync(turn.Inbound!);
        return new TravellingReplies
        {
            Conversation = Key,
            Sequence = sequence,
            Activities = replies,
        };
    }

    /// <inheritdoc />
    public async Task<TravellingReplies> ReadAsync(long after) =>
        new() { Conversation = Key, Activities = await Current.ReadAsync(after) };

    /// <inheritdoc />
    public Task<bool> NotifyAsync(string replyKey) => Current.NotifyAsync(replyKey);

    /// <inheritdoc />
    public override Task OnDeactivateAsync(
        DeactivationReason reason,
        CancellationToken cancellationToken
    )
    {
        _conversation?.Leave();
        return Task.CompletedTask;
    }
}
