using ChatbotSante.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatbotSante.Tests.Bot.Widget;

/// <summary>
/// An invented clinic's own site, on another host name than the bot: <c>localhost</c>, where the bot is <c>127.0.0.1</c>. Its
/// policy is as strict as a site's can be that shows the chat.
/// </summary>
internal sealed class ClinicSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ClinicSite(WebApplication app, string origin)
    {
        _app = app;
        Origin = origin;
    }

    /// <summary>As a browser writes it.</summary>
    public string Origin { get; }

    /// <summary>An origin that a site can be started on.</summary>
    public static string NewOrigin() =>
        FormattableString.Invariant($"http://localhost:{Ports.Free()}");

    /// <param name="origin">Of <see cref="NewOrigin"/>.</param>
    /// <param name="bot">The bot's public address.</param>
    public static async Task<ClinicSite> StartAsync(string origin, Uri bot)
    {
        var botOrigin = bot.GetLeftPart(UriPartial.Authority);
        var pages = Checkout.PathOf("Bot.Tests/Bot/Widget/Site");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(origin);
        var app = builder.Build();
        app.Run(async http =>
        {
            var file = http.Request.Path == "/" ? "index.html" : http.Request.Path.Value![1..];
            var text = await File.ReadAllTextAsync(Path.Combine(pages, file));
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy =
                $"default-src 'none'; script-src 'self' {botOrigin}; frame-src {botOrigin}; style-src 'self'; img-src data:; "
                + "require-trusted-types-for 'script'; trusted-types 'none'";
            if (file == "isolated.html")
            {
                headers["Cross-Origin-Embedder-Policy"] = "require-corp";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
            }

            http.Response.ContentType = Path.GetExtension(file) switch
            {
                ".html" => "text/html; charset=utf-8",
                ".css" => "text/css; charset=utf-8",
                _ => "text/javascript; charset=utf-8",
            };
            await http.Response.WriteAsync(
                text.Replace("{{bot}}", botOrigin, StringComparison.Ordinal)
            );
        });
        await app.StartAsync();

        return new ClinicSite(app, origin);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
