using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Dialogs.Conversations;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu.Emergencies;
using ChatbotSante.Redaction;
using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Scaling;

/// <summary>Brings activities to their conversations, wherever they live; answers alone when a conversation cannot.</summary>
internal sealed class ConversationDirectory(
    IGrainFactory grains,
    IInstallationSecrets secrets,
    EmergencyDetector emergencies,
    ReplyRenderer renderer,
    IOptions<ConversationsOptions> options,
    [FromKeyedServices(ClinicClockKey.Name)] TimeProvider clock,
    ILogger<ConversationDirectory> logger
) : IConversationDirectory
{
    private readonly ConversationReferences _conversations = new(grains);
    private readonly byte[] _naming = secrets.Derive("conversation-names");
    private readonly TimeSpan _timeout = options.Value.TurnTimeout;

    /// <inheritdoc />
    public ConversationKey KeyOf(string channelId, string conversationId) =>
        ConversationKey.Of(_naming, channelId, conversationId);

    /// <inheritdoc />
    public async Task<TurnResult> ReceiveAsync(
        InboundActivity inbound,
        CancellationToken cancellationToken
    )
    {
        var grain = _conversations.Of(inbound.Key);
        using var measured = TurnInstruments.Begin(inbound);
        try
        {
            var turn = new TravellingTurn { Conversation = inbound.Key.Value, Inbound = inbound };
            var replies = await grain.ReceiveAsync(turn).WaitAsync(_timeout, cancellationToken);
            measured.Outcome = TurnInstruments.Answered;
            return new TurnResult(
                ActivityRenderer.IdOf(inbound.Reference, replies.Sequence),
                replies.Activities
            );
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever went wrong, an emergency must be answered: this is the one place where any fault is survived.
            measured.Outcome = TurnInstruments.AnsweredAlone;
            Log.AnsweredAlone(logger, inbound.Key, fault.GetType().Name);
            return AnswerAlone(inbound);
        }
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<StreamedActivity>> ReadAsync(
        ConversationKey key,
        long after,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var replies = await _conversations
                .Of(key)
                .ReadAsync(after)
                .WaitAsync(_timeout, cancellationToken);
            return replies.Activities;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.NotRead(logger, key, fault.GetType().Name);
            throw new ConversationUnavailableException(fault);
        }
    }

    /// <inheritdoc />
    public Task<bool> NotifyAsync(
        ConversationKey key,
        string replyKey,
        CancellationToken cancellationToken
    ) => _conversations.Of(key).NotifyAsync(replyKey).WaitAsync(cancellationToken);

    /// <summary>The emergency message, or that the service is unavailable: neither needs a state.</summary>
    private TurnResult AnswerAlone(InboundActivity inbound)
    {
        var signal = inbound.Activity.Text is { } words
            ? emergencies.Detect(
                FoldedText.Of(words.Reveal()),
                new EmergencyContext(inbound.Activity.RecognitionConfidence)
            )
            : null;
        var reply = signal is null
            ? new Reply("service.indisponible")
            : EmergencyDialog.MessageOf(signal.Family);
        var now = clock.GetUtcNow().UtcTicks;
        var stored = new StoredReply
        {
            // In no stream: it is shown once, where the patient waits for it.
            Sequence = UnsavedPlace(inbound.Activity.IdempotencyId, now),
            Key = reply.Key,
            At = now,
            Actions = reply.Actions.Length == 0 ? null : [.. reply.Actions],
        };
        var rendered = ActivityRenderer.Render(
            renderer,
            inbound.Reference,
            stored,
            inbound.Activity.Id
        );
        return new TurnResult(
            ActivityRenderer.IdOf(inbound.Reference, 0),
            [rendered],
            IsSaved: false
        );
    }

    /// <summary>A place that no saved activity has: the same for a message sent again, another for another message, or a page
    /// would show one answer in the place of the other.</summary>
    private long UnsavedPlace(string? clientId, long now) =>
        clientId is null
            ? -now
            : -1
                - (
                    BinaryPrimitives.ReadInt64BigEndian(
                        HMACSHA256.HashData(_naming, Encoding.UTF8.GetBytes(clientId))
                    ) & long.MaxValue
                );
}
