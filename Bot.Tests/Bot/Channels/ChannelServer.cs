using System.Text;
using System.Text.Json;
using ChatbotSante.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatbotSante.Tests.Bot.Channels;

/// <summary>A channel's side of the Connector: keeps what it is sent, and answers as it is told to.</summary>
internal sealed class ChannelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly List<(string Path, string Body)> _received = [];
    private int _inFlight;

    private ChannelServer(WebApplication app, int port)
    {
        _app = app;
        Port = port;
        Url = FormattableString.Invariant($"http://127.0.0.1:{port}");
    }

    public int Port { get; }

    public string Url { get; }

    /// <summary>What to answer; 202 without a body unless told otherwise.</summary>
    public Func<HttpContext, Task> Answer { get; set; } =
        http =>
        {
            http.Response.StatusCode = StatusCodes.Status202Accepted;

            return Task.CompletedTask;
        };

    /// <summary>Requests that were answered while another one was.</summary>
    public int Overlaps { get; private set; }

    public IReadOnlyList<(string Path, string Body)> Received
    {
        get
        {
            lock (_lock)
            {
                return [.. _received];
            }
        }
    }

    public IReadOnlyList<JsonElement> Activities =>
        [.. Received.Select(request => JsonElement.Parse(request.Body))];

    public static async Task<ChannelServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var port = Ports.Free();
        builder.WebHost.UseUrls(FormattableString.Invariant($"http://127.0.0.1:{port}"));
        var app = builder.Build();
        var server = new ChannelServer(app, port);
        app.Run(server.TakeAsync);
        await app.StartAsync();

        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        if (Interlocked.Increment(ref _inFlight) > 1)
        {
            Overlaps++;
        }

        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        lock (_lock)
        {
            _received.Add((http.Request.Path + http.Request.QueryString, body));
        }

        await Answer(http);
        Interlocked.Decrement(ref _inFlight);
    }
}
