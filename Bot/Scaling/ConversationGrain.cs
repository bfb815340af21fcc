using ChatbotSante.Dialogs.Activities;
using Orleans.Concurrency;

namespace ChatbotSante.Bot.Scaling;

/// <summary>A conversation's mailbox: Orleans gives it one message at a time. What it holds is in <see cref="Conversation"/>.</summary>
internal sealed class ConversationGrain(ConversationServices services) : Grain, IConversationGrain
{
    private Conversation? _conversation;

    private string Context => this.GetPrimaryKeyString();

    private Conversation Current => _conversation ??= new Conversation(ConversationKey.Parse(Context), services);

    /// <inheritdoc />
    public async Task<SealedTurn> ReceiveAsync(Immutable<byte[]> sealedActivity)
    {
        var inbound = ActivityPack.UnpackInbound(ConversationKey.Parse(Context), services.Transit.Open(Context, sealedActivity.Value));
        var (sequence, replies) = await Current.ReceiveAsync(inbound);
        return new SealedTurn(sequence, Seal(replies));
    }

    /// <inheritdoc />
    public async Task<Immutable<byte[]>> ReadAsync(long after) => new(Seal(await Current.ReadAsync(after)));

    /// <inheritdoc />
    public Task<bool> NotifyAsync(string replyKey) => Current.NotifyAsync(replyKey);

    /// <inheritdoc />
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _conversation?.Leave();
        return Task.CompletedTask;
    }

    private byte[] Seal(IReadOnlyList<StreamedActivity> activities) => services.Transit.Seal(Context, ActivityPack.Pack(activities));
}
