using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Dialogs.Conversations;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu.Emergencies;
using ChatbotSante.Redaction;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace ChatbotSante.Bot.Scaling;

/// <summary>Brings activities to their conversations, wherever they live; answers alone when a conversation cannot.</summary>
internal sealed class ConversationDirectory(
    IGrainFactory grains,
    ITransitSealer transit,
    IInstallationSecrets secrets,
    EmergencyDetector emergencies,
    ReplyRenderer renderer,
    IOptions<ConversationsOptions> options,
    [FromKeyedServices(ClinicClockKey.Name)] TimeProvider clock,
    ILogger<ConversationDirectory> logger
) : IConversationDirectory
{
    private readonly byte[] _naming = secrets.Derive("conversation-names");
    private readonly TimeSpan _timeout = options.Value.TurnTimeout;

    /// <inheritdoc />
    public ConversationKey KeyOf(string channelId, string conversationId) => ConversationKey.Of(_naming, channelId, conversationId);

    /// <inheritdoc />
    public async Task<TurnResult> ReceiveAsync(InboundActivity inbound, CancellationToken cancellationToken)
    {
        var grain = grains.GetGrain<IConversationGrain>(inbound.Key.Value);
        try
        {
            var sealedActivity = new Immutable<byte[]>(transit.Seal(inbound.Key.Value, ActivityPack.PackInbound(inbound)));
            var turn = await grain.ReceiveAsync(sealedActivity).WaitAsync(_timeout, cancellationToken);
            var replies = ActivityPack.Unpack(transit.Open(inbound.Key.Value, turn.Replies));
            return new TurnResult(ActivityRenderer.IdOf(inbound.Reference, turn.Sequence), replies);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever went wrong, an emergency must be answered: this is the one place where any fault is survived.
            Log.AnsweredAlone(logger, inbound.Key, fault.GetType().Name);
            return AnswerAlone(inbound);
        }
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<StreamedActivity>> ReadAsync(ConversationKey key, long after, CancellationToken cancellationToken)
    {
        try
        {
            var packed = await grains.GetGrain<IConversationGrain>(key.Value).ReadAsync(after).WaitAsync(_timeout, cancellationToken);
            return ActivityPack.Unpack(transit.Open(key.Value, packed.Value));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.NotRead(logger, key, fault.GetType().Name);
            throw new ConversationUnavailableException(fault);
        }
    }

    /// <inheritdoc />
    public Task<bool> NotifyAsync(ConversationKey key, string replyKey, CancellationToken cancellationToken) =>
        grains.GetGrain<IConversationGrain>(key.Value).NotifyAsync(replyKey).WaitAsync(cancellationToken);

    /// <summary>The emergency message, or that the service is unavailable: neither needs a state.</summary>
    private TurnResult AnswerAlone(InboundActivity inbound)
    {
        ActivityReader.TryRead(inbound.Json.Span, out var activity);
        var signal = activity?.Text is { } words ? emergencies.Detect(FoldedText.Of(words.Reveal())) : null;
        var reply = signal is null ? new Reply("service.indisponible") : EmergencyDialog.MessageOf(signal.Family);
        var stored = new StoredReply
        {
            // After all that was saved and below what will be: it stays where the patient saw it.
            Sequence = 0,
            Key = reply.Key,
            At = clock.GetUtcNow().UtcTicks,
            Actions = reply.Actions.Length == 0 ? null : [.. reply.Actions],
        };
        var rendered = ActivityRenderer.Render(renderer, inbound.Reference, stored, activity?.Id);
        return new TurnResult(ActivityRenderer.IdOf(inbound.Reference, 0), [rendered], IsSaved: false);
    }
}
