using System.Net.Sockets;

namespace ChatbotSante.Tests.Leaks;

/// <summary>Listens where a program's <c>syslog(3)</c> writes, and keeps it.</summary>
internal sealed class SyslogSocket : IDisposable
{
    private readonly Socket _socket = new(
        AddressFamily.Unix,
        SocketType.Dgram,
        ProtocolType.Unspecified
    );
    private readonly MemoryStream _received = new();
    private readonly Lock _lock = new();

    public SyslogSocket(string path)
    {
        _socket.Bind(new UnixDomainSocketEndPoint(path));
        _ = ReceiveAsync();
    }

    public byte[] Received
    {
        get
        {
            lock (_lock)
            {
                return _received.ToArray();
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task ReceiveAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var length = await _socket.ReceiveAsync(buffer.AsMemory());
                lock (_lock)
                {
                    _received.Write(buffer, 0, length);
                    _received.WriteByte((byte)'\n');
                }
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // Disposed of.
        }
    }
}
