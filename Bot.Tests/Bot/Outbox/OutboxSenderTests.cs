using ChatbotSante.Bot.Outbox;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Tests.Dialogs;
using ChatbotSante.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;
using NUnit.Framework;
using Polly.Registry;

namespace ChatbotSante.Tests.Bot.Outbox;

public sealed class OutboxSenderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly Mock<IOutboxStore> _store = new(MockBehavior.Strict);

    [Test]
    public async Task What_left_is_marked_together()
    {
        using var folder = new TemporaryFolder("outbox");
        using var sender = Sender(folder);
        _store
            .SetupSequence(s => s.DueAsync(Now, It.IsAny<int>(), default))
            .ReturnsAsync([Message("a", "rappel.secretariat"), Message("b", "alerte.equipe")])
            .ReturnsAsync([]);
        _store
            .Setup(s => s.MarkSentAsync(new[] { "a", "b" }, Now, default))
            .Returns(Task.CompletedTask);

        await sender.CatchUpAsync(CancellationToken.None);

        _store.Verify(s => s.MarkSentAsync(new[] { "a", "b" }, Now, default), Times.Once);
        Assert.That(File.Exists(folder.PathOf("b.eml")), Is.True);
    }

    [Test]
    public async Task What_left_is_marked_though_a_later_one_cannot_be_sent()
    {
        using var folder = new TemporaryFolder("outbox");
        using var sender = Sender(folder);
        _store
            .Setup(s => s.DueAsync(Now, It.IsAny<int>(), default))
            .ReturnsAsync([Message("a", "rappel.secretariat"), Message("b", "unknown")]);
        _store.Setup(s => s.MarkSentAsync(new[] { "a" }, Now, default)).Returns(Task.CompletedTask);

        await Assert.ThatAsync(
            () => sender.CatchUpAsync(CancellationToken.None),
            Throws.InstanceOf<InvalidOperationException>()
        );

        _store.Verify(s => s.MarkSentAsync(new[] { "a" }, Now, default), Times.Once);
    }

    private static OutboxMessage Message(string id, string template) =>
        new(id, template, "R-00000001", Now);

    private OutboxSender Sender(TemporaryFolder folder)
    {
        var pipelines = new ResiliencePipelineRegistry<string>();
        pipelines.TryAddBuilder(OutboxSender.Name, (_, _) => { });
        return new OutboxSender(
            _store.Object,
            new FolderMail(folder.Root, DemonstrationClinic.Clinic),
            new FolderSms(
                folder.Root,
                DemonstrationClinic.Clinic,
                DemonstrationClinic.Renderer,
                Mock.Of<ISealer>()
            ),
            pipelines,
            new FakeTimeProvider(Now),
            NullLogger<OutboxSender>.Instance
        );
    }
}
