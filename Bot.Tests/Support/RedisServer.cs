using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChatbotSante.Tests.Support;

/// <summary>A real Redis of the test run's own, on loopback; it keeps nothing on disk unless it is asked to.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private static readonly Lock Sharing = new();
    private static Task<RedisServer>? _shared;

    private readonly TemporaryFolder _folder;
    private readonly ChildProcess _process;
    private readonly int _port;

    private RedisServer(TemporaryFolder folder, ChildProcess process, int port)
    {
        _folder = folder;
        _process = process;
        _port = port;
    }

    /// <summary>For StackExchange.Redis: <c>127.0.0.1:port</c>.</summary>
    public string ConnectionString =>
        string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_port}");

    /// <summary>The one server that the tests of a run share, started by the first that asks. Use keys of your own.</summary>
    public static Task<RedisServer> SharedAsync()
    {
        lock (Sharing)
        {
            return _shared ??= StartAsync();
        }
    }

    /// <summary>Ends the shared server, if any test has asked for it.</summary>
    public static async Task StopSharedAsync()
    {
        Task<RedisServer>? shared;

        lock (Sharing)
        {
            (shared, _shared) = (_shared, null);
        }

        if (shared is { IsCompletedSuccessfully: true })
        {
            await (await shared).DisposeAsync();
        }
    }

    /// <summary>Starts a server that the caller disposes of.</summary>
    public static async Task<RedisServer> StartAsync()
    {
        var folder = new TemporaryFolder("redis");
        ChildProcess? process = null;

        try
        {
            var port = Ports.Free();
            string[] arguments =
            [
                "--port",
                port.ToString(CultureInfo.InvariantCulture),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no",
                "--rdbcompression",
                "no",
                "--dir",
                folder.Root,
            ];
            process = await ChildProcess.StartAsync("redis-server", arguments, folder.Root);

            var server = new RedisServer(folder, process, port);
            await server.WaitUntilReadyAsync();

            return server;
        }
        catch
        {
            if (process is not null)
            {
                await process.DisposeAsync();
            }

            folder.Dispose();

            throw;
        }
    }

    /// <summary>Writes everything that it holds to a file, uncompressed, for a <see cref="ByteSweep"/>.</summary>
    /// <returns>The file.</returns>
    public async Task<string> SaveAsync()
    {
        var answer = await AskAsync("SAVE");

        return answer == "+OK"
            ? _folder.PathOf("dump.rdb")
            : throw new InvalidOperationException($"Redis answered {answer} to SAVE.");
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
    }

    private async Task WaitUntilReadyAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        while (true)
        {
            try
            {
                if (await AskAsync("PING") == "+PONG")
                {
                    return;
                }
            }
            catch (Exception exception) when (exception is SocketException or IOException)
            {
                if (_process.HasExited || deadline.IsCancellationRequested)
                {
                    throw new InvalidOperationException(
                        $"Redis did not start:\n{_process.OutputText}",
                        exception
                    );
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    private async Task<string?> AskAsync(string command)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"));
        using var reader = new StreamReader(stream, Encoding.ASCII);

        return await reader.ReadLineAsync();
    }
}
