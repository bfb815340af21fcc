using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Pipeline;
using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Scaling;

/// <summary>What every conversation shares: made once, never per turn.</summary>
internal sealed class ConversationServices(
    TurnPipeline pipeline,
    ReplyRenderer renderer,
    IConversationStore store,
    ISealer sealer,
    IInstallationSecrets secrets,
    IConversationNews news,
    IReplyDelivery delivery,
    IOptions<ConversationsOptions> options,
    [FromKeyedServices(ClinicClockKey.Name)] TimeProvider clock,
    ILogger<ConversationGrain> logger
)
{
    public TurnPipeline Pipeline => pipeline;

    public ReplyRenderer Renderer => renderer;

    public IConversationStore Store => store;

    public ISealer Sealer => sealer;

    public IConversationNews News => news;

    public IReplyDelivery Delivery => delivery;

    public TimeProvider Clock => clock;

    public ILogger Logger => logger;

    public TimeSpan ForgetAfter { get; } = options.Value.ForgetAfter;

    public CommandSealer Commands { get; } = new(sealer);

    /// <summary>Key of the fingerprints of client-chosen ids.</summary>
    public byte[] FingerprintKey { get; } = secrets.Derive("activity-ids");
}
