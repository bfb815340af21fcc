using ChatbotSante.Bot.Channels.Connector;
using ChatbotSante.Bot.Channels.DirectLine;
using ChatbotSante.Bot.Clinics;
using ChatbotSante.Bot.Governance;
using ChatbotSante.Bot.Outbox;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Bot.Scaling;
using ChatbotSante.Bot.Sealing;
using ChatbotSante.Bot.Storage;
using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Dialogs.Care.Sheets;
using ChatbotSante.Dialogs.Conversations;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Intents;
using ChatbotSante.Redaction;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace ChatbotSante.Bot.Hosting;

/// <summary>What serving needs beyond the store: the dialogs, the conversations, the channels, the work behind them.</summary>
internal static class BotServices
{
    public static IServiceCollection AddBot(this IServiceCollection services)
    {
        AddDialogs(services);
        AddConversations(services);
        AddChannels(services);
        AddBackground(services);
        AddDataProtection(services);
        return services;
    }

    private static void AddDialogs(IServiceCollection services)
    {
        services.AddSingleton(provider =>
            RedactionEngine.Create(ClinicCleanList.Of(provider.GetRequiredService<Clinic>()))
        );
        services.AddSingleton(provider => new ClinicVocabulary(
            provider.GetRequiredService<Clinic>(),
            ContentFolder.Specialties()
        ));
        services.AddSingleton(_ => new IntentReader(IntentClassifier.Create()));
        services.AddSingleton<IUnderstander, SimpleUnderstander>();
        services.AddSingleton(_ => ContentFolder.Spelling());
        services.AddSingleton(provider =>
            ContentFolder.Emergencies(provider.GetRequiredService<SpellingRules>())
        );
        services.AddSingleton(provider =>
            ContentFolder.Intents(provider.GetRequiredService<SpellingRules>())
        );
        services.AddSingleton(provider =>
            ContentFolder.Sheets(
                provider.GetRequiredService<IOptions<ClinicOptions>>().Value.File,
                servesDemonstration: !provider.GetRequiredService<IHostEnvironment>().IsProduction()
            )
        );
        services.AddSingleton(provider => new ActVocabulary(
            provider
                .GetRequiredService<SheetCatalog>()
                .Served.Select(sheet => (sheet.Id, sheet.Acts)),
            provider.GetRequiredService<SpellingRules>()
        ));
        services.AddSingleton<ReplyRenderer>();
        services.AddSingleton(provider =>
            TurnPipelineFactory.Dialogs(
                provider.GetRequiredService<IAgenda>(),
                provider.GetRequiredService<IIdentityDesk>(),
                provider.GetRequiredService<Clinic>(),
                provider.GetRequiredService<SheetCatalog>(),
                KeepsMissed(provider)
            )
        );
        services.AddSingleton(provider =>
            TurnPipelineFactory.Create(
                provider.GetRequiredService<RedactionEngine>(),
                new KeyedFingerprint(
                    provider
                        .GetRequiredService<IInstallationSecrets>()
                        .Derive(SecretPurposes.NamesHeard)
                ),
                provider.GetRequiredService<IUnderstander>(),
                provider.GetRequiredService<Dialogs.Nlu.Emergencies.EmergencyDetector>(),
                provider.GetRequiredService<DialogCatalog>(),
                provider.GetRequiredService<Clinic>(),
                KeepsMissed(provider) ? MissedSentences(provider) : null
            )
        );
    }

    private static bool KeepsMissed(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<UnderstandingOptions>>().Value.KeepMissed;

    private static MissedSentenceReader MissedSentences(IServiceProvider provider) =>
        new(
            provider.GetRequiredService<RedactionEngine>(),
            provider.GetRequiredService<Dialogs.Nlu.Emergencies.EmergencyDetector>(),
            new KeyedFingerprint(
                provider
                    .GetRequiredService<IInstallationSecrets>()
                    .Derive(SecretPurposes.MissedSentences)
            )
        );

    private static void AddConversations(IServiceCollection services)
    {
        services.AddSection<ConversationsOptions>("Conversations");
        services.AddSingleton(provider => new TurnWriter(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<IInstallationSecrets>(),
            NodeName(provider),
            provider.GetRequiredService<ILogger<TurnWriter>>()
        ));
        services.AddSingleton<IConversationStore, SqlConversationStore>();
        services.AddSingleton<ConversationServices>();
        services.AddSingleton<TravellingTurnSeal>();
        services.AddSingleton<TravellingRepliesSeal>();
        services.AddSingleton<ConversationNewsClient>();
        services.AddSingleton<IConversationNews, ConversationNews>();
        services.AddSingleton<IConversationDirectory, ConversationDirectory>();
    }

    private static void AddChannels(IServiceCollection services)
    {
        services.AddSection<DirectLineOptions>("DirectLine");
        services.AddSingleton<DirectLineToken>();
        services.AddSingleton<OriginGuard>();
        services.AddSingleton<ConversationStreams>();
        services.AddSingleton<IConversationListener>(provider =>
            provider.GetRequiredService<ConversationStreams>()
        );

        services
            .AddSection<ConnectorOptions>("Connector")
            .Services.AddSingleton<IValidateOptions<ConnectorOptions>, ConnectorOptionsValidator>();
        services.AddSingleton<ServiceUrlGuard>();
        services.AddSingleton<IReplyDelivery, ConnectorClient>();
        services
            .AddSingleton<IValidateOptions<ConnectorOptions>, InsideValidator>()
            .AddHttpClient(
                ConnectorClient.Name,
                client => client.MaxResponseContentBufferSize = 64 * 1024
            );
        services.AddResiliencePipeline(
            ConnectorClient.Name,
            pipeline =>
                pipeline
                    .AddRetry(
                        new RetryStrategyOptions
                        {
                            ShouldHandle = new PredicateBuilder()
                                .Handle<HttpRequestException>()
                                .Handle<TimeoutRejectedException>(),
                            MaxRetryAttempts = 2,
                            Delay = TimeSpan.FromMilliseconds(200),
                            BackoffType = DelayBackoffType.Exponential,
                        }
                    )
                    .AddTimeout(TimeSpan.FromSeconds(4))
        );
    }

    private static void AddBackground(IServiceCollection services)
    {
        services.AddSingleton<IOutboxStore, EfOutboxStore>();
        services.AddSingleton(provider => new FolderMail(
            OutboxFolder(provider),
            provider.GetRequiredService<Clinic>()
        ));
        services.AddSingleton(provider => new FolderSms(
            OutboxFolder(provider),
            provider.GetRequiredService<Clinic>(),
            provider.GetRequiredService<ReplyRenderer>(),
            provider.GetRequiredService<ISealer>()
        ));
        services.AddResiliencePipeline(
            OutboxSender.Name,
            pipeline =>
                pipeline.AddRetry(
                    new RetryStrategyOptions
                    {
                        ShouldHandle = new PredicateBuilder().Handle<IOException>(),
                        MaxRetryAttempts = 2,
                        Delay = TimeSpan.FromMilliseconds(100),
                    }
                )
        );
        services.AddSingleton<OutboxSender>();
        services.AddSingleton<RetentionService>();
        services.AddHostedService<WalCheckpointer>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxSender>());
        services.AddHostedService(provider => provider.GetRequiredService<RetentionService>());
        services.AddSingleton<IClockFollower>(provider =>
            provider.GetRequiredService<OutboxSender>()
        );
        services.AddSingleton<IClockFollower>(provider =>
            provider.GetRequiredService<RetentionService>()
        );
    }

    private static string OutboxFolder(IServiceProvider provider) =>
        Path.Combine(StoreServices.DataFolder(provider), "outbox");

    /// <summary>ASP.NET's own keys lie in the data folder, sealed; by default they would lie in the clear in the home folder.</summary>
    private static void AddDataProtection(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("ChatbotSante");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<IServiceProvider>(
                (options, provider) =>
                {
                    var folder = new DirectoryInfo(
                        Path.Combine(StoreServices.DataFolder(provider), "keys", "data-protection")
                    );
                    options.XmlRepository =
                        new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(
                            folder,
                            provider.GetRequiredService<ILoggerFactory>()
                        );
                    options.XmlEncryptor = new SealedXmlEncryptor(
                        provider.GetRequiredService<IInstallationSecrets>()
                    );
                }
            );
    }

    /// <summary>Names this node's audit chain: its address in the cluster, or « node » alone.</summary>
    private static string NodeName(IServiceProvider provider)
    {
        var cluster = provider.GetRequiredService<IOptions<Scaling.ClusterOptions>>().Value;
        return cluster.Redis.Length == 0
            ? "node"
            : FormattableString.Invariant($"node-{cluster.Address}-{cluster.SiloPort}");
    }
}
