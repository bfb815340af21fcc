using ChatbotSante.Bot.Ports;
using ChatbotSante.Bot.Sealing;
using ChatbotSante.Bot.Storage;
using ChatbotSante.Tests.Bot.Storage;
using Microsoft.Extensions.Time.Testing;
using Moq;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Sealing;

public sealed class KeyRingTests
{
    private static readonly SealedRow Row = new("conversations", "c", 1);
    private static readonly byte[] Plain = [1, 2, 3];
    private static readonly FakeTimeProvider Clock = new(
        new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero)
    );

    [Test]
    public async Task A_new_key_is_already_stored_so_that_another_process_opens_what_it_sealed()
    {
        await using var store = await TestStore.OnSqliteAsync();
        using var ring = store.KeyRing(Clock);
        using var another = store.KeyRing(Clock);
        var key = await ring.NewKeyAsync(CancellationToken.None);

        var sealedValue = await ring.SealAsync(key, Row, Plain, CancellationToken.None);

        Assert.That(
            await another.OpenAsync(Row, sealedValue, CancellationToken.None),
            Is.EqualTo(Plain)
        );
    }

    [Test]
    public async Task A_released_key_opens_again_and_a_destroyed_one_never()
    {
        await using var store = await TestStore.OnSqliteAsync();
        using var ring = store.KeyRing(Clock);
        var key = await ring.NewKeyAsync(CancellationToken.None);
        var sealedValue = await ring.SealAsync(key, Row, Plain, CancellationToken.None);

        ring.Release(key);
        Assert.That(
            await ring.OpenAsync(Row, sealedValue, CancellationToken.None),
            Is.EqualTo(Plain)
        );

        await ring.DestroyAsync([key], CancellationToken.None);
        Assert.That(await ring.OpenAsync(Row, sealedValue, CancellationToken.None), Is.Null);
        await Assert.ThatAsync(
            async () => await ring.SealAsync(key, Row, Plain, CancellationToken.None),
            Throws.InstanceOf<SealBrokenException>()
        );
    }

    [Test]
    public async Task A_key_without_a_date_says_no_more_than_the_day()
    {
        await using var store = await TestStore.OnSqliteAsync();
        using var ring = store.KeyRing(Clock);
        using var another = store.KeyRing(Clock);
        await ring.NewKeyAsync(CancellationToken.None);

        var key = await ring.NewUndatedKeyAsync(CancellationToken.None);

        var sealedValue = await ring.SealAsync(key, Row, Plain, CancellationToken.None);
        var keys = new SqlWrappedKeyStore(store.Keys);
        var midnight = new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
        Assert.That(
            await another.OpenAsync(Row, sealedValue, CancellationToken.None),
            Is.EqualTo(Plain)
        );
        Assert.That(key.Value.Version, Is.EqualTo(4), "others are named by their time");
        Assert.That(await keys.ListAsync(midnight, CancellationToken.None), Has.No.Member(key));
        Assert.That(
            await keys.ListAsync(midnight.AddTicks(1), CancellationToken.None),
            Has.Member(key)
        );
    }

    [Test]
    public async Task Keys_are_never_given_twice_even_to_many_at_once()
    {
        await using var store = await TestStore.OnSqliteAsync();
        using var ring = store.KeyRing(Clock);

        var keys = await Task.WhenAll(
            Enumerable
                .Range(0, 600)
                .Select(_ => Task.Run(async () => await ring.NewKeyAsync(CancellationToken.None)))
        );

        Assert.That(keys.Distinct().Count(), Is.EqualTo(600));
    }

    [Test]
    public async Task Others_are_made_before_the_last_is_used_and_nobody_waits_for_them()
    {
        var isMaking = new TaskCompletionSource();
        var disk = new TaskCompletionSource();
        var keys = new Mock<IWrappedKeyStore>(MockBehavior.Strict);
        keys.SetupSequence(k => k.AddAsync(Batch(), Clock.GetUtcNow(), default))
            .Returns(Task.CompletedTask)
            .Returns(() =>
            {
                isMaking.SetResult();
                return disk.Task;
            });
        using var ring = new KeyRing(new MasterKey(new byte[MasterKey.Length]), keys.Object, Clock);

        for (var i = 0; i < KeyRing.BatchSize; i++)
        {
            var key = ring.NewKeyAsync(CancellationToken.None);
            Assert.That(key.IsCompleted, Is.True);
            await key;
        }

        await isMaking.Task;
        var next = ring.NewKeyAsync(CancellationToken.None);
        Assert.That(
            next.IsCompleted,
            Is.False,
            "none is left, and none is given before it is stored"
        );
        disk.SetResult();
        await next;
    }

    [Test]
    public async Task Who_finds_none_left_is_told_that_none_can_be_made()
    {
        var stored = 0;
        var keys = new Mock<IWrappedKeyStore>(MockBehavior.Strict);
        keys.Setup(k => k.AddAsync(Batch(), Clock.GetUtcNow(), default))
            .Returns(() =>
                Interlocked.Increment(ref stored) == 1
                    ? Task.CompletedTask
                    : Task.FromException(new StoreUnavailableException(new TimeoutException()))
            );
        using var ring = new KeyRing(new MasterKey(new byte[MasterKey.Length]), keys.Object, Clock);

        for (var i = 0; i < KeyRing.BatchSize; i++)
        {
            await ring.NewKeyAsync(CancellationToken.None);
        }

        await Assert.ThatAsync(
            async () => await ring.NewKeyAsync(CancellationToken.None),
            Throws.InstanceOf<StoreUnavailableException>()
        );
    }

    [Test]
    public async Task A_wrapped_key_does_not_open_under_another_master_key_nor_under_another_name()
    {
        await using var store = await TestStore.OnSqliteAsync();
        using var ring = store.KeyRing(Clock);
        var key = await ring.NewKeyAsync(CancellationToken.None);
        var other = await ring.NewKeyAsync(CancellationToken.None);
        var sealedValue = await ring.SealAsync(key, Row, Plain, CancellationToken.None);
        var keys = new SqlWrappedKeyStore(store.Keys);
        var wrapped = await keys.FindAsync(key, CancellationToken.None);
        using var stranger = new KeyRing(new MasterKey(new byte[MasterKey.Length]), keys, Clock);

        await Assert.ThatAsync(
            async () => await stranger.OpenAsync(Row, sealedValue, CancellationToken.None),
            Throws.InstanceOf<SealBrokenException>()
        );

        await keys.DestroyAsync([other], CancellationToken.None);
        await keys.AddAsync([(other, wrapped!)], Clock.GetUtcNow(), CancellationToken.None);
        using var another = store.KeyRing(Clock);
        await Assert.ThatAsync(
            async () => await another.SealAsync(other, Row, Plain, CancellationToken.None),
            Throws.InstanceOf<SealBrokenException>()
        );
    }

    private static IReadOnlyList<(KeyId Id, byte[] Wrapped)> Batch() =>
        It.Is<IReadOnlyList<(KeyId Id, byte[] Wrapped)>>(keys => keys.Count == KeyRing.BatchSize);
}
