using System.Collections.Concurrent;
using System.Security.Cryptography;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Sealing;

/// <summary>
/// Data keys: made and stored in batches before they are used, so that a new conversation costs no write of its own; opened
/// when needed; destroyed when what they seal must be forgotten.
/// </summary>
internal sealed class KeyRing(
    IInstallationSecrets secrets,
    IWrappedKeyStore store,
    [FromKeyedServices(ClinicClockKey.Name)] TimeProvider clock
) : ISealer, IDisposable
{
    /// <summary>How many keys are made and stored at once.</summary>
    public const int BatchSize = 512;

    /// <summary>How few may be left before more are made, beside the turns that use these up.</summary>
    private const int FewLeft = BatchSize / 2;

    /// <summary>Age from which a key that was made and never used is used no more: the purge takes it for an orphan at a day.</summary>
    private static readonly TimeSpan FreshFor = TimeSpan.FromHours(12);

    private const string WrappingTable = "wrapped_keys";
    private readonly AesGcm _wrapping = new(secrets.Derive("wrap-data-keys"), tagSizeInBytes: 16);
    private readonly ConcurrentQueue<(KeyId Id, DateTimeOffset MadeAt)> _fresh = new();
    private readonly ConcurrentDictionary<KeyId, AesGcm> _open = new();
    private readonly SemaphoreSlim _making = new(1, 1);
    private Task _ahead = Task.CompletedTask;
    private int _isMakingAhead;

    /// <inheritdoc />
    public async ValueTask<KeyId> NewKeyAsync(CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow() - FreshFor;
        while (true)
        {
            if (!_fresh.TryDequeue(out var fresh))
            {
                await MakeAsync(enough: 1, cancellationToken);
            }
            else if (fresh.MadeAt >= oldest)
            {
                MakeAhead();
                return fresh.Id;
            }
            else
            {
                Release(fresh.Id);
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask<KeyId> NewUndatedKeyAsync(CancellationToken cancellationToken)
    {
        var made = Make(Guid.NewGuid());

        // The end of the day rather than its beginning: what ages from there is no orphan before it is used.
        var tomorrow = clock.GetUtcNow().UtcDateTime.Date.AddDays(1);
        await store.AddAsync(
            [(made.Id, made.Wrapped)],
            new DateTimeOffset(tomorrow, TimeSpan.Zero),
            cancellationToken
        );
        _open[made.Id] = new AesGcm(made.Key, tagSizeInBytes: 16);
        return made.Id;
    }

    /// <inheritdoc />
    public async ValueTask<byte[]> SealAsync(
        KeyId key,
        SealedRow row,
        [IdentityData] ReadOnlyMemory<byte> plain,
        CancellationToken cancellationToken
    )
    {
        var aes = await FindAsync(key, cancellationToken) ?? throw new SealBrokenException();
        lock (aes)
        {
            return SealFormat.Seal(aes, key, row, plain.Span);
        }
    }

    /// <inheritdoc />
    public async ValueTask<byte[]?> OpenAsync(
        SealedRow row,
        ReadOnlyMemory<byte> sealedValue,
        CancellationToken cancellationToken
    )
    {
        var aes = await FindAsync(SealFormat.KeyOf(sealedValue.Span), cancellationToken);
        if (aes is null)
        {
            return null;
        }

        lock (aes)
        {
            return SealFormat.Open(aes, row, sealedValue.Span);
        }
    }

    /// <inheritdoc />
    public void Release(KeyId key)
    {
        // The instance is left to the collector: another thread may be sealing with it.
        _open.TryRemove(key, out _);
    }

    /// <inheritdoc />
    public async ValueTask DestroyAsync(
        IReadOnlyCollection<KeyId> keys,
        CancellationToken cancellationToken
    )
    {
        foreach (var key in keys)
        {
            Release(key);
        }

        await store.DestroyAsync(keys, cancellationToken);
    }

    public void Dispose()
    {
        _ahead.GetAwaiter().GetResult();
        _wrapping.Dispose();
        _making.Dispose();
    }

    private async ValueTask<AesGcm?> FindAsync(KeyId id, CancellationToken cancellationToken)
    {
        if (_open.TryGetValue(id, out var known))
        {
            return known;
        }

        if (await store.FindAsync(id, cancellationToken) is not { } wrapped)
        {
            return null;
        }

        byte[] key;
        lock (_wrapping)
        {
            key = SealFormat.Open(_wrapping, Row(id), wrapped);
        }

        return _open.GetOrAdd(id, _ => new AesGcm(key, tagSizeInBytes: 16));
    }

    /// <summary>Before the last is used, so that no turn waits for a write that is not its own.</summary>
    private void MakeAhead()
    {
        if (_fresh.Count >= FewLeft || Interlocked.Exchange(ref _isMakingAhead, 1) == 1)
        {
            return;
        }

        // On a thread of its own: it waits for the disk, and the pool's are for the turns.
        _ahead = Task
            .Factory.StartNew(
                MakeAheadAsync,
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            )
            .Unwrap();
    }

    private async Task MakeAheadAsync()
    {
        try
        {
            await MakeAsync(FewLeft, CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // The turn that finds none left makes them itself, and fails if that cannot be.
        }
        finally
        {
            Volatile.Write(ref _isMakingAhead, 0);
        }
    }

    /// <param name="enough">How many there may be for none to be made: another may have made them meanwhile.</param>
    /// <param name="cancellationToken">Gives up.</param>
    private async Task MakeAsync(int enough, CancellationToken cancellationToken)
    {
        await _making.WaitAsync(cancellationToken);
        try
        {
            if (_fresh.Count >= enough)
            {
                return;
            }

            var made = new (KeyId Id, byte[] Key, byte[] Wrapped)[BatchSize];
            for (var i = 0; i < BatchSize; i++)
            {
                // In the order they are made: a batch lies on a few pages of the index, not on one each.
                made[i] = Make(Guid.CreateVersion7());
            }

            var madeAt = clock.GetUtcNow();
            await store.AddAsync(
                [.. made.Select(m => (m.Id, m.Wrapped))],
                madeAt,
                cancellationToken
            );
            foreach (var (id, key, _) in made)
            {
                _open[id] = new AesGcm(key, tagSizeInBytes: 16);
                _fresh.Enqueue((id, madeAt));
            }
        }
        finally
        {
            _making.Release();
        }
    }

    private (KeyId Id, byte[] Key, byte[] Wrapped) Make(Guid name)
    {
        var id = new KeyId(name);
        var key = RandomNumberGenerator.GetBytes(MasterKey.Length);
        lock (_wrapping)
        {
            return (id, key, SealFormat.Seal(_wrapping, id, Row(id), key));
        }
    }

    private static SealedRow Row(KeyId id) => new(WrappingTable, id.ToString(), 1);
}
