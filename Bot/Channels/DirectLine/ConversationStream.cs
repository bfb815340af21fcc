using System.Net.WebSockets;
using System.Threading.Channels;
using ChatbotSante.Dialogs.Activities;

namespace ChatbotSante.Bot.Channels.DirectLine;

/// <summary>
/// One open WebSocket. It holds no activity: told that its conversation went on, it reads what follows the last place it
/// sent. So nothing is lost or said twice, on whichever node the conversation lives.
/// </summary>
internal sealed class ConversationStream(
    WebSocket socket,
    ConversationKey key,
    long watermark,
    IConversationDirectory conversations
)
{
    /// <summary>Largest frame a client may send: its keep-alive is empty.</summary>
    private const int MaxClientFrame = 1024;

    private readonly Channel<StreamedActivity?> _wake = Channel.CreateBounded<StreamedActivity?>(
        new BoundedChannelOptions(8)
        {
            FullMode = BoundedChannelFullMode.DropOldest,
            SingleReader = true,
        }
    );

    private long _sent = watermark;

    /// <summary>The conversation went on.</summary>
    public void Wake() => _wake.Writer.TryWrite(null);

    /// <summary>Sends an activity that is in no stream: the conversation could not answer.</summary>
    public void Push(StreamedActivity unsaved) => _wake.Writer.TryWrite(unsaved);

    /// <summary>Serves the socket until either side closes it.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        Wake();
        var sending = SendAsync(closing.Token);
        await ReceiveAsync(closing.Token);
        await closing.CancelAsync();
        await sending;
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var unsaved in _wake.Reader.ReadAllAsync(cancellationToken))
            {
                if (unsaved is { } activity)
                {
                    await SendAsync([activity], _sent, cancellationToken);
                    continue;
                }

                var next = await conversations.ReadAsync(key, _sent, cancellationToken);
                if (next.Count > 0)
                {
                    await SendAsync(next, next[^1].Sequence, cancellationToken);
                    _sent = next[^1].Sequence;
                }
            }
        }
        catch (Exception ended)
            when (ended
                    is OperationCanceledException
                        or WebSocketException
                        or ObjectDisposedException
            )
        {
            // The page went away; it comes back with its watermark.
        }
        catch (ConversationUnavailableException)
        {
            // The conversation cannot be read now: closing makes the client reconnect, with its watermark, a little later.
            socket.Abort();
        }
    }

    private ValueTask SendAsync(
        IReadOnlyList<StreamedActivity> activities,
        long mark,
        CancellationToken cancellationToken
    ) =>
        socket.SendAsync(
            ActivitySet.Write(activities, mark),
            WebSocketMessageType.Text,
            endOfMessage: true,
            cancellationToken
        );

    /// <summary>Reads and ignores what the client sends, which is nothing but keep-alives; returns when it closes.</summary>
    private async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxClientFrame];
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    await socket.CloseOutputAsync(
                        WebSocketCloseStatus.NormalClosure,
                        statusDescription: null,
                        cancellationToken
                    );
                    return;
                }
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or WebSocketException)
        {
            socket.Abort();
        }
    }
}
