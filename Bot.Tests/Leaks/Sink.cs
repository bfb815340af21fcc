using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatbotSante.Tests.Leaks;

/// <summary>A server inside an enclosure that takes whatever is posted to it, and keeps it.</summary>
internal sealed class Sink : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly List<(string Path, byte[] Headers, byte[] Body)> _received = [];

    private Sink(WebApplication app) => _app = app;

    /// <summary>Everything that came, in order: the path as it was sent.</summary>
    public IReadOnlyList<(string Path, byte[] Headers, byte[] Body)> Received
    {
        get
        {
            lock (_lock)
            {
                return [.. _received];
            }
        }
    }

    public static async Task<Sink> StartAsync(Enclosure enclosure, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSockets(sockets =>
            sockets.CreateBoundListenSocket = _ => enclosure.Listen(port)
        );
        builder.WebHost.UseUrls(FormattableString.Invariant($"http://127.0.0.1:{port}"));
        var app = builder.Build();
        var sink = new Sink(app);
        app.Run(sink.TakeAsync);
        await app.StartAsync();
        return sink;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var headers = string.Join(
            '\n',
            http.Request.Headers.Select(header => $"{header.Key}: {header.Value}")
        );
        var target = http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>();
        lock (_lock)
        {
            _received.Add(
                (target?.RawTarget ?? "", Encoding.UTF8.GetBytes(headers), body.ToArray())
            );
        }

        http.Response.StatusCode = StatusCodes.Status202Accepted;
    }
}
