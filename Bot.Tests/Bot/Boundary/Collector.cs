using System.Collections.Concurrent;
using ChatbotSante.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatbotSante.Tests.Bot.Boundary;

/// <summary>An OpenTelemetry collector's door: it keeps the bytes that it is sent.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();

    private Collector(WebApplication app, string url)
    {
        _app = app;
        Url = url;
    }

    public string Url { get; }

    /// <summary>Everything that came to a path.</summary>
    public byte[] BytesOf(string path) =>
        [.. _received.Where(sent => sent.Path == path).SelectMany(sent => sent.Body)];

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var url = FormattableString.Invariant($"http://127.0.0.1:{Ports.Free()}");
        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        var collector = new Collector(app, url);
        app.Run(collector.TakeAsync);
        await app.StartAsync();

        return collector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        _received.Enqueue((http.Request.Path, body.ToArray()));
        http.Response.ContentType = "application/x-protobuf";
    }
}
