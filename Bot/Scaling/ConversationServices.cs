using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Pipeline;
using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Scaling;

/// <summary>What every conversation shares: made once, never per turn.</summary>
internal sealed class ConversationServices(
    TurnPipeline pipeline,
    DialogCatalog dialogs,
    ReplyRenderer renderer,
    IConversationStore store,
    ISealer sealer,
    IInstallationSecrets secrets,
    IConversationNews news,
    IReplyDelivery delivery,
    Clinic clinic,
    IMissedSentences missedSentences,
    IOptions<ConversationsOptions> options,
    [FromKeyedServices(ClinicClockKey.Name)] TimeProvider clock,
    TimeProvider machine,
    ILogger<ConversationGrain> logger
)
{
    public TurnPipeline Pipeline => pipeline;

    public DialogCatalog Dialogs => dialogs;

    public ReplyRenderer Renderer => renderer;

    public IConversationStore Store => store;

    public ISealer Sealer => sealer;

    public IConversationNews News => news;

    public IReplyDelivery Delivery => delivery;

    public TimeProvider Clock => clock;

    /// <summary>The process's own clock, which nobody moves.</summary>
    public TimeProvider Machine => machine;

    public ILogger Logger => logger;

    public TimeSpan ForgetAfter { get; } = options.Value.ForgetAfter;

    public CommandSealer Commands { get; } = new(sealer, secrets, clinic, missedSentences);

    /// <summary>Key of the fingerprints of client-chosen ids.</summary>
    public byte[] FingerprintKey { get; } = secrets.Derive("activity-ids");
}
