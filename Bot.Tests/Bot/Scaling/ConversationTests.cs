using System.Text.Json;
using ChatbotSante.Bot.Governance;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Bot.Scaling;
using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Tests.Bot.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Scaling;

/// <summary>One conversation, on a clock that stands still until it is moved.</summary>
public sealed class ConversationTests
{
    private static readonly ConversationKey Key = ConversationKey.Parse(
        "0123456789abcdef0123456789abcdef"
    );
    private int _messages;

    [Test]
    public async Task Instants_strictly_increase_even_when_all_is_said_within_one_tick()
    {
        await using var host = await ConversationHost.StartAsync();
        var conversation = new Conversation(Key, host.Services);
        for (var i = 0; i < 5; i++)
        {
            await SayAsync(conversation, "quelle est votre adresse ?");
        }

        var activities = (await conversation.ReadAsync(0))
            .Select(activity => JsonElement.Parse(activity.Json.Span))
            .ToArray();
        var instants = activities
            .Select(activity =>
                activity.GetProperty("timestamp").GetDateTimeOffset().ToUnixTimeMilliseconds()
            )
            .ToArray();

        Assert.That(activities, Has.Length.EqualTo(11));
        Assert.That(instants, Is.Ordered.And.Unique);
    }

    [Test]
    public async Task A_conversation_forgotten_while_in_memory_starts_anew_and_its_row_and_key_are_gone()
    {
        await using var host = await ConversationHost.StartAsync();
        var conversation = new Conversation(Key, host.Services);
        await SayAsync(conversation, "je voudrais un rendez-vous en cardiologie");
        var stored = await StoredAsync(host);
        using var retention = Retention(host);

        host.Clock.Advance(TimeSpan.FromMinutes(28));
        Assert.That(await retention.RunOnceAsync(CancellationToken.None), Is.Zero);
        Assert.That(await OpenAsync(host, stored), Is.Not.Null);

        host.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.That(await retention.RunOnceAsync(CancellationToken.None), Is.EqualTo(1));
        Assert.That(
            await host.Get<IConversationStore>().LoadAsync(Key, CancellationToken.None),
            Is.Null
        );
        Assert.That(
            await host.Get<IWrappedKeyStore>().FindAsync(stored.Key, CancellationToken.None),
            Is.Null
        );
        Assert.That(await OpenAsync(host, stored), Is.Null);

        Assert.That(await conversation.ReadAsync(0), Is.Empty);
        Assert.That(
            await SayAsync(conversation, "jeudi matin"),
            Has.Some.Contains("assistant automatique")
        );
        Assert.That((await StoredAsync(host)).Key, Is.Not.EqualTo(stored.Key));
    }

    [Test]
    public async Task What_is_past_its_end_is_not_read_even_before_the_purge_comes()
    {
        await using var host = await ConversationHost.StartAsync();
        var conversation = new Conversation(Key, host.Services);
        await SayAsync(conversation, "je voudrais un rendez-vous en cardiologie");
        var stored = await StoredAsync(host);
        host.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.That(await conversation.ReadAsync(0), Is.Empty);
        Assert.That(
            await SayAsync(conversation, "bonjour"),
            Has.Some.Contains("assistant automatique")
        );
        Assert.That(await OpenAsync(host, stored), Is.Null);
    }

    [Test]
    public async Task Each_message_puts_the_end_off()
    {
        await using var host = await ConversationHost.StartAsync();
        var conversation = new Conversation(Key, host.Services);
        using var retention = Retention(host);
        for (var i = 0; i < 4; i++)
        {
            await SayAsync(conversation, "quelle est votre adresse ?");
            host.Clock.Advance(TimeSpan.FromMinutes(20));

            Assert.That(await retention.RunOnceAsync(CancellationToken.None), Is.Zero);
        }
    }

    [Test]
    public async Task A_conversation_that_was_saved_elsewhere_plays_its_turn_on_what_was_saved()
    {
        await using var host = await ConversationHost.StartAsync();
        var here = new Conversation(Key, host.Services);
        var there = new Conversation(Key, host.Services);
        await SayAsync(here, "bonjour");
        await SayAsync(there, "je voudrais un rendez-vous en cardiologie");

        var answers = await SayAsync(here, "jeudi matin");

        Assert.That(answers, Has.Some.Contains("jeudi"));
        Assert.That((await StoredAsync(host)).Revision, Is.EqualTo(3));
    }

    [Test]
    public async Task An_end_erases_the_conversation_at_once_and_the_row_goes_with_the_next_purge()
    {
        await using var host = await ConversationHost.StartAsync();
        var conversation = new Conversation(Key, host.Services);
        await SayAsync(conversation, "je voudrais un rendez-vous en cardiologie");
        var before = await StoredAsync(host);
        using var retention = Retention(host);

        await EndAsync(conversation, "directline");

        var after = await StoredAsync(host);
        Assert.That(
            await host.Get<IWrappedKeyStore>().FindAsync(before.Key, CancellationToken.None),
            Is.Null
        );
        Assert.That(await OpenAsync(host, before), Is.Null);
        Assert.That(after.Sealed, Is.Not.EqualTo(before.Sealed));
        Assert.That(await OpenAsync(host, after), Is.Null);
        Assert.That(await conversation.ReadAsync(0), Is.Empty);

        await retention.RunOnceAsync(CancellationToken.None);
        Assert.That(
            await host.Get<IConversationStore>().LoadAsync(Key, CancellationToken.None),
            Is.Null
        );
    }

    [Test]
    public async Task An_end_gives_back_the_slot_that_was_kept()
    {
        await using var host = await ConversationHost.StartAsync();
        var conversation = new Conversation(Key, host.Services);
        await SayAsync(conversation, "un rendez-vous en cardiologie jeudi matin");
        await SayAsync(conversation, "le premier");
        Assert.That(await ClaimsAsync(host), Is.EqualTo(1));

        await EndAsync(conversation, "directline");

        Assert.That(await ClaimsAsync(host), Is.Zero);
    }

    [Test]
    public async Task What_was_still_on_its_way_when_the_page_left_begins_nothing()
    {
        await using var host = await ConversationHost.StartAsync();
        var conversation = new Conversation(Key, host.Services);
        await SayAsync(conversation, "bonjour");
        await EndAsync(conversation, "directline");
        var ended = await StoredAsync(host);

        Assert.That(await SayAsync(conversation, "je voudrais un rendez-vous"), Is.Empty);
        await EndAsync(conversation, "directline");

        Assert.That((await StoredAsync(host)).Revision, Is.EqualTo(ended.Revision));
    }

    [Test]
    public async Task On_another_channel_what_follows_an_end_begins_anew([Values] bool purged)
    {
        await using var host = await ConversationHost.StartAsync();
        var conversation = new Conversation(Key, host.Services);
        using var retention = Retention(host);
        await SayAsync(conversation, "je voudrais un rendez-vous en cardiologie", "emulator");
        var before = await StoredAsync(host);
        await EndAsync(conversation, "emulator");
        if (purged)
        {
            await retention.RunOnceAsync(CancellationToken.None);
        }

        Assert.That(
            await SayAsync(conversation, "jeudi matin", "emulator"),
            Has.Some.Contains("assistant automatique")
        );
        Assert.That((await StoredAsync(host)).Key, Is.Not.EqualTo(before.Key));
    }

    [Test]
    public async Task An_end_erases_what_was_saved_elsewhere_too()
    {
        await using var host = await ConversationHost.StartAsync();
        var here = new Conversation(Key, host.Services);
        var there = new Conversation(Key, host.Services);
        await SayAsync(here, "bonjour");
        await SayAsync(there, "je voudrais un rendez-vous en cardiologie");
        var stored = await StoredAsync(host);

        await EndAsync(here, "directline");

        Assert.That(await OpenAsync(host, stored), Is.Null);
        Assert.That(await new Conversation(Key, host.Services).ReadAsync(0), Is.Empty);
    }

    [Test]
    public async Task The_end_of_a_conversation_that_never_was_stores_nothing()
    {
        await using var host = await ConversationHost.StartAsync();

        await EndAsync(new Conversation(Key, host.Services), "directline");

        Assert.That(
            await host.Get<IConversationStore>().LoadAsync(Key, CancellationToken.None),
            Is.Null
        );
    }

    private static RetentionService Retention(ConversationHost host) =>
        new(
            host.Get<IRetentionStore>(),
            host.Get<ISealer>(),
            host.Get<IWrappedKeyStore>(),
            host.Get<IAuditLog>(),
            host.Clock,
            NullLogger<RetentionService>.Instance
        );

    private static async Task<StoredConversation> StoredAsync(ConversationHost host) =>
        (await host.Get<IConversationStore>().LoadAsync(Key, CancellationToken.None))!;

    private static async Task<byte[]?> OpenAsync(
        ConversationHost host,
        StoredConversation stored
    ) =>
        await host.Get<ISealer>()
            .OpenAsync(
                new SealedRow("conversations", Key.Value, stored.Revision),
                stored.Sealed,
                CancellationToken.None
            );

    private static async Task<int> ClaimsAsync(ConversationHost host)
    {
        await using var context = host.Database.Context();

        return await context.SlotClaims.CountAsync();
    }

    private Task<string[]> SayAsync(
        Conversation conversation,
        string text,
        string channel = "directline"
    ) =>
        ReceiveAsync(
            conversation,
            channel,
            new
            {
                type = "message",
                id = $"m{_messages++}",
                text,
            }
        );

    private static async Task EndAsync(Conversation conversation, string channel) =>
        Assert.That(
            await ReceiveAsync(conversation, channel, new { type = "endOfConversation" }),
            Is.Empty
        );

    private static async Task<string[]> ReceiveAsync(
        Conversation conversation,
        string channel,
        object sent
    )
    {
        var reference = new ConversationReference
        {
            ChannelId = channel,
            ConversationId = "c1",
            UserId = "dl_1",
        };
        var json = JsonSerializer.SerializeToUtf8Bytes(sent);
        ActivityReader.TryRead(json, out var activity);
        var (_, replies) = await conversation.ReceiveAsync(
            new InboundActivity(Key, reference, json, activity!)
        );

        return [.. replies.Select(reply => JsonElement.Parse(reply.Json.Span).Text())];
    }
}
