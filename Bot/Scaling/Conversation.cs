using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Pipeline;

namespace ChatbotSante.Bot.Scaling;

/// <summary>
/// One conversation in memory. Its state is what the store holds, always: a turn is played on it, committed, and only then
/// seen. Not thread-safe: its grain gives it one turn at a time.
/// </summary>
internal sealed class Conversation(ConversationKey key, ConversationServices services)
{
    /// <summary>How often a turn is played again when the store says that what it read has changed.</summary>
    private const int MaxAttempts = 4;

    /// <summary>
    /// When a turn that looked somebody up, or compared a code, is answered, counted from when it came in: always the same, found
    /// or not. Longer than the work takes, shorter than the channel's patience.
    /// </summary>
    public static readonly TimeSpan FixedAnswerTime = TimeSpan.FromMilliseconds(400);

    private const int MaxEchoes = 100;
    private const string Table = "conversations";
    private readonly List<Echo> _echoes = [];
    private ConversationState _state = new();
    private long _revision;
    private KeyId? _key;
    private DateTimeOffset _forgetAt;
    private bool _loaded;
    private bool _ended;

    /// <summary>Plays one turn, or gives again what an earlier one gave. An <c>endOfConversation</c> erases the conversation.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was saved; nothing may be said.</exception>
    public async Task<(long Sequence, IReadOnlyList<StreamedActivity> Replies)> ReceiveAsync(
        InboundActivity inbound
    )
    {
        var activity = inbound.Activity;
        var received = services.Machine.GetTimestamp();
        if (_ended)
        {
            return (0, []);
        }

        await LoadAsync();
        if (activity.Type == ActivityTypes.EndOfConversation)
        {
            await EraseAsync();
            // A page that has left never comes back: what was still on its way would begin a conversation nobody reads. Another
            // channel may speak under this name again.
            _ended = inbound.Reference.ChannelId == ChannelIds.DirectLine;
            return (0, []);
        }

        return await PlayAsync(
            activity,
            inbound.Reference,
            Fingerprint(activity.IdempotencyId),
            received
        );
    }

    /// <summary>What follows a place in the stream: the bot's replies, and the patient's own words as long as they are in memory.</summary>
    public async Task<IReadOnlyList<StreamedActivity>> ReadAsync(long after)
    {
        await LoadAsync();
        if (_state.Reference is not { } reference)
        {
            return [];
        }

        var inMemory = _echoes.Select(echo => echo.Sequence).ToHashSet();
        var replies = _state
            .Replies.Where(reply => reply.Sequence > after)
            .Select(reply =>
                Render(
                    reference,
                    reply,
                    inMemory.Contains(reply.ReplyTo)
                        ? ActivityRenderer.IdOf(reference, reply.ReplyTo)
                        : null
                )
            );
        var echoes = _echoes
            .Where(echo => echo.Sequence > after)
            .Select(echo => ActivityRenderer.Render(reference, echo));
        return [.. replies.Concat(echoes).OrderBy(activity => activity.Sequence)];
    }

    /// <summary>Says something unasked; false when there is nobody to say it to.</summary>
    public async Task<bool> NotifyAsync(string replyKey)
    {
        await LoadAsync();
        if (_state.Reference is not { } reference)
        {
            return false;
        }

        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var now = services.Clock.GetUtcNow();
            var (next, said) = Remember(
                _state,
                [new Reply(replyKey)],
                replyTo: 0,
                _state.Sequence,
                now
            );
            if (await CommitAsync(next, [], ForgetAt(now)) == CommitOutcome.Saved)
            {
                services.News.Publish(key, next.Sequence);
                if (reference.ServiceUrl is null)
                {
                    return true;
                }

                var rendered = said.Select(reply => Render(reference, reply, replyToId: null))
                    .ToArray();
                return await services.Delivery.DeliverAsync(
                    reference,
                    rendered,
                    CancellationToken.None
                );
            }

            await ReloadAsync();
        }

        return false;
    }

    /// <summary>Drops what is in memory.</summary>
    public void Leave()
    {
        if (_key is { } held)
        {
            services.Sealer.Release(held);
        }

        Reset();
    }

    private async Task<(long Sequence, IReadOnlyList<StreamedActivity> Replies)> PlayAsync(
        Activity activity,
        ConversationReference reference,
        string? fingerprint,
        long received
    )
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            // Asked again each time: what was reloaded may hold this very activity, committed by an attempt whose answer was lost.
            if (Seen(fingerprint) is { } repeat)
            {
                return (repeat.Sequence, RepliesTo(repeat.Sequence, reference, activity.Id));
            }

            var now = services.Clock.GetUtcNow();
            var isMessage = activity.Type == ActivityTypes.Message;
            var turn = new TurnContext(activity, _state with { Reference = reference }, now);
            await services.Pipeline.RunAsync(turn, CancellationToken.None);
            if (!isMessage && turn.Replies.Count == 0)
            {
                // Typing, events, a person who leaves: nothing said, nothing to remember.
                return (_state.Sequence, []);
            }

            var heardAt = NextSequence(turn.State, now);
            var heard = HeardAt(now);
            var (next, said) = Remember(turn.State, turn.Replies, heardAt, heardAt, heard);
            if (fingerprint is not null)
            {
                next = next with
                {
                    Seen = Bounded(
                        next.Seen.Add(
                            new SeenActivity { Fingerprint = fingerprint, Sequence = heardAt }
                        ),
                        ConversationState.MaxSeen
                    ),
                };
            }

            var commands = await services.Commands.SealAsync(turn.Commands, CancellationToken.None);
            var outcome = await CommitAsync(next, commands, ForgetAt(now));
            if (outcome == CommitOutcome.Saved)
            {
                AddEcho(activity, reference, heardAt, heard);
                if (turn.AtFixedTime)
                {
                    // Before anyone is told that there is an answer.
                    await UntilAsync(received, FixedAnswerTime);
                }

                services.News.Publish(key, next.Sequence);
                return (heardAt, [.. said.Select(reply => Render(reference, reply, activity.Id))]);
            }

            if (outcome == CommitOutcome.Stale)
            {
                await ReloadAsync();
            }
        }

        throw new StoreUnavailableException(new TimeoutException("A turn was refused too often."));
    }

    /// <summary>
    /// Nothing is left to read: an empty state is written over the last one, in a row that the next purge deletes, and the key
    /// that sealed both is destroyed.
    /// </summary>
    private async Task EraseAsync()
    {
        for (var attempt = 0; attempt < MaxAttempts && _key is not null; attempt++)
        {
            // A slot that was kept is free for others at once.
            var givenBack = await services.Commands.SealAsync(
                services.Dialogs.GivenBack(_state),
                CancellationToken.None
            );
            var outcome = await CommitAsync(
                new ConversationState(),
                givenBack,
                services.Clock.GetUtcNow()
            );
            if (outcome == CommitOutcome.Saved)
            {
                var useless = _key.Value;
                Reset();
                await services.Sealer.DestroyAsync([useless], CancellationToken.None);
                return;
            }

            await ReloadAsync();
        }

        if (_key is not null)
        {
            throw new StoreUnavailableException(
                new TimeoutException("An erasure was refused too often.")
            );
        }
    }

    private async Task UntilAsync(long received, TimeSpan time)
    {
        // A timer may end a few milliseconds early: then again, for what is left.
        while (time - services.Machine.GetElapsedTime(received) is { Ticks: > 0 } left)
        {
            var whole = TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds));
            await Task.Delay(whole, services.Machine);
        }
    }

    private async Task<CommitOutcome> CommitAsync(
        ConversationState next,
        IReadOnlyList<StoreCommand> commands,
        DateTimeOffset forgetAt
    )
    {
        try
        {
            _key ??= await services.Sealer.NewKeyAsync(CancellationToken.None);
            var plain = StatePack.Pack(next);
            var row = new SealedRow(Table, key.Value, _revision + 1);
            var sealedState = await services.Sealer.SealAsync(
                _key.Value,
                row,
                plain,
                CancellationToken.None
            );
            var outcome = await services.Store.CommitAsync(
                new TurnCommit(key, _revision, _key.Value, sealedState, forgetAt, commands)
            );
            if (outcome == CommitOutcome.Saved)
            {
                _state = next;
                _revision++;
                _forgetAt = forgetAt;
            }

            return outcome;
        }
        catch (StoreUnavailableException)
        {
            // Whether it was written is not known: read it again before the next turn.
            _loaded = false;
            throw;
        }
    }

    /// <summary>The retention, cut to the whole minute: within one minute, a turn leaves the index of what to forget untouched.</summary>
    private DateTimeOffset ForgetAt(DateTimeOffset now)
    {
        var at = now + services.ForgetAfter;
        return at.AddTicks(-(at.UtcTicks % TimeSpan.TicksPerMinute));
    }

    private async Task LoadAsync()
    {
        var now = services.Clock.GetUtcNow();
        if (_loaded && (_revision == 0 || now < _forgetAt))
        {
            return;
        }

        await ReloadAsync();
    }

    private async Task ReloadAsync()
    {
        var now = services.Clock.GetUtcNow();
        var sequence = _state.Sequence;
        var stored = await services.Store.LoadAsync(key, CancellationToken.None);
        if (stored is null)
        {
            Reset();
            _loaded = true;
            return;
        }

        var row = new SealedRow(Table, key.Value, stored.Revision);
        var isForgotten = now >= stored.ForgetAt;
        var plain = isForgotten
            ? null
            : await services.Sealer.OpenAsync(row, stored.Sealed, CancellationToken.None);
        if (plain is null)
        {
            // Forgotten, or its key destroyed, but the row not yet deleted: what comes next replaces it under a new key.
            Reset();
            await services.Sealer.DestroyAsync([stored.Key], CancellationToken.None);
            _revision = stored.Revision;
            _forgetAt = DateTimeOffset.MaxValue;
            _loaded = true;
            return;
        }

        if (_revision != stored.Revision && sequence != 0)
        {
            _echoes.Clear();
        }

        _state = Whole(
            JsonSerializer.Deserialize(plain, EngineJson.Default.ConversationState)
                ?? new ConversationState()
        );
        _revision = stored.Revision;
        _key = stored.Key;
        _forgetAt = stored.ForgetAt;
        _loaded = true;
    }

    private void Reset()
    {
        _state = new ConversationState();
        _echoes.Clear();
        _revision = 0;
        _key = null;
        _loaded = false;
    }

    /// <summary>Lists that another version of the state did not write are empty, not absent.</summary>
    private static ConversationState Whole(ConversationState state) =>
        state with
        {
            Stack = state.Stack.IsDefault ? [] : state.Stack,
            Replies = state.Replies.IsDefault ? [] : state.Replies,
            Seen = state.Seen.IsDefault ? [] : state.Seen,
            Format = ConversationState.CurrentFormat,
        };

    private (ConversationState Next, IReadOnlyList<StoredReply> Said) Remember(
        ConversationState state,
        IReadOnlyList<Reply> replies,
        long replyTo,
        long sequence,
        DateTimeOffset now
    )
    {
        var said = new List<StoredReply>(replies.Count);
        var at = Math.Max(now.UtcTicks, LastInstant(state) + TimeSpan.TicksPerMillisecond);
        var next = Math.Max(sequence, NextSequence(state, now) - 1);
        foreach (var reply in replies)
        {
            at += TimeSpan.TicksPerMillisecond;
            said.Add(
                new StoredReply
                {
                    Sequence = ++next,
                    Key = reply.Key,
                    Variant = services.Renderer.VariantOf(
                        reply,
                        LastVariant(state, said, reply.Key)
                    ),
                    ReplyTo = replyTo,
                    At = at,
                    Values =
                        reply.Values.Count == 0
                            ? null
                            : reply.Values.ToDictionary(StringComparer.Ordinal),
                    Actions = reply.Actions.Length == 0 ? null : [.. reply.Actions],
                }
            );
        }

        return (
            state with
            {
                Sequence = next,
                Replies = Bounded(state.Replies.AddRange(said), ConversationState.MaxReplies),
            },
            said
        );
    }

    private static int? LastVariant(
        ConversationState state,
        List<StoredReply> said,
        string replyKey
    ) =>
        (
            said.FindLast(reply => reply.Key == replyKey)
            ?? state.Replies.LastOrDefault(reply => reply.Key == replyKey)
        )?.Variant;

    /// <summary>The clock's milliseconds at first, then one more each time: never used twice, even after all was forgotten.</summary>
    private static long NextSequence(ConversationState state, DateTimeOffset now) =>
        state.Sequence == 0 ? now.ToUnixTimeMilliseconds() : state.Sequence + 1;

    private static long LastInstant(ConversationState state) =>
        state.Replies is [.., var last] ? last.At : 0;

    /// <summary>When a message is heard: later, by a millisecond at least, than all that was said and heard before.</summary>
    private DateTimeOffset HeardAt(DateTimeOffset now)
    {
        var last = Math.Max(LastInstant(_state), _echoes is [.., var echo] ? echo.At.UtcTicks : 0);
        return new DateTimeOffset(
            Math.Max(now.UtcTicks, last + TimeSpan.TicksPerMillisecond),
            TimeSpan.Zero
        );
    }

    private static ImmutableArray<T> Bounded<T>(ImmutableArray<T> items, int most) =>
        items.Length <= most ? items : items.RemoveRange(0, items.Length - most);

    /// <summary>Only a page that reads the stream is shown its own words again.</summary>
    private void AddEcho(
        Activity activity,
        ConversationReference reference,
        long sequence,
        DateTimeOffset now
    )
    {
        if (activity.Text is not { } text || reference.ChannelId != ChannelIds.DirectLine)
        {
            return;
        }

        if (_echoes.Count == MaxEchoes)
        {
            _echoes.RemoveAt(0);
        }

        _echoes.Add(new Echo(sequence, now, text, activity.ChannelData?.ClientActivityId));
    }

    private StreamedActivity[] RepliesTo(
        long sequence,
        ConversationReference reference,
        string? replyToId
    ) =>
        [
            .. _state
                .Replies.Where(reply => reply.ReplyTo == sequence)
                .Select(reply => Render(reference, reply, replyToId)),
        ];

    private StreamedActivity Render(
        ConversationReference reference,
        StoredReply reply,
        string? replyToId
    ) => ActivityRenderer.Render(services.Renderer, reference, reply, replyToId);

    private SeenActivity? Seen(string? fingerprint) =>
        fingerprint is null
            ? null
            : _state.Seen.FirstOrDefault(seen => seen.Fingerprint == fingerprint);

    private string? Fingerprint(string? clientId)
    {
        if (string.IsNullOrEmpty(clientId))
        {
            return null;
        }

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(services.FingerprintKey, Encoding.UTF8.GetBytes(clientId), hash);
        return Convert.ToHexStringLower(hash[..16]);
    }
}
