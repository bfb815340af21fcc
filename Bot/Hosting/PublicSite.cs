using System.Globalization;
using ChatbotSante.Bot.Channels.DirectLine;
using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Hosting;

/// <summary>The endpoints and the headers of the public site.</summary>
internal static class PublicSite
{
    /// <summary>Everything from this origin; the hash is that of the empty style element, which the chat fills by script.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; "
        + "img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private const string Html = "text/html; charset=utf-8";

    /// <summary>The chat alone, the only page that the listed sites may put into a frame.</summary>
    private const string ChatPage = "/chat";

    /// <summary>The script that puts it there, the only file that their pages may load.</summary>
    private const string ChatScript = "/chat.js";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapSite(this WebApplication app)
    {
        app.MapDirectLine();
        app.MapMethods("/", Reading, (PatientPages pages) => TypedResults.Bytes(pages.Home, Html));
        app.MapMethods(
            ChatPage,
            Reading,
            (PatientPages pages) => TypedResults.Bytes(pages.Chat, Html)
        );
        app.MapGet(
            "/healthz",
            (IClusterManifestProvider nodes) => TypedResults.Text(Health(nodes))
        );
    }

    /// <summary>« ok », and how many nodes this one can place a conversation on, where there are several.</summary>
    private static string Health(IClusterManifestProvider nodes) =>
        nodes.Current.Silos.Count > 1
            ? string.Create(CultureInfo.InvariantCulture, $"ok, {nodes.Current.Silos.Count} nodes")
            : "ok";

    public static void UseSecurityHeaders(this WebApplication app)
    {
        var origins = app.Services.GetRequiredService<IOptions<WidgetOptions>>();
        var framed = new Lazy<string>(() =>
            string.Join(' ', [ContentSecurityPolicy, .. origins.Value.AllowedOrigins])
        );
        app.Use(
            (http, next) =>
            {
                var path = http.Request.Path;
                var isChat = path == ChatPage;
                var headers = http.Response.Headers;
                headers.ContentSecurityPolicy = isChat ? framed.Value : ContentSecurityPolicy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
                headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                // A site that isolates itself (COEP) takes in only what says that it may be taken in, and isolates itself too.
                headers["Cross-Origin-Embedder-Policy"] = "require-corp";
                headers["Cross-Origin-Resource-Policy"] =
                    isChat || path == ChatScript ? "cross-origin" : "same-origin";
                headers.CacheControl = "no-cache";
                return next(http);
            }
        );
    }
}
