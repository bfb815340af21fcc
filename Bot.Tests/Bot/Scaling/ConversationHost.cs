using ChatbotSante.Bot.Hosting;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Bot.Scaling;
using ChatbotSante.Bot.Storage;
using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Pipeline;
using ChatbotSante.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace ChatbotSante.Tests.Bot.Scaling;

/// <summary>Conversations on the real store and dialogs, on a clock that the test moves; neither Orleans nor a listener.</summary>
internal sealed class ConversationHost : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new("conversation");
    private readonly WebApplication _app;

    private ConversationHost()
    {
        _app = Server.Build(["--environment", "Development", "--Data:Folder", _folder.Root]);
        Directory.CreateDirectory(_folder.PathOf("keys"));
        Services = new ConversationServices(
            Get<TurnPipeline>(),
            Get<DialogCatalog>(),
            Get<ReplyRenderer>(),
            Get<IConversationStore>(),
            Get<ISealer>(),
            Get<IInstallationSecrets>(),
            Mock.Of<IConversationNews>(),
            Mock.Of<IReplyDelivery>(),
            Get<Clinic>(),
            Get<IMissedSentences>(),
            Options.Create(new ConversationsOptions()),
            Clock,
            TimeProvider.System,
            NullLogger<ConversationGrain>.Instance
        );
    }

    public FakeTimeProvider Clock { get; } =
        new(new DateTimeOffset(2026, 11, 23, 8, 0, 30, TimeSpan.Zero));

    public ConversationServices Services { get; }

    public Database Database => Get<Database>();

    public static async Task<ConversationHost> StartAsync()
    {
        var host = new ConversationHost();
        await Server.PrepareAsync(host._app);

        return host;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();

        return _app.DisposeAsync();
    }
}
