using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Channels.DirectLine;

/// <summary>Which pages may ask for a token: this program's own, and those of the allowed origins.</summary>
internal sealed class OriginGuard(IOptions<DirectLineOptions> options)
{
    /// <summary>Whether a request may be served. Programs, which send no <c>Origin</c>, are bounded by the rate limit alone.</summary>
    public bool Allows(HttpContext http)
    {
        var origin = http.Request.Headers.Origin.ToString();
        return origin.Length == 0 || IsOwn(http, origin) || IsListed(origin);
    }

    public bool IsListed(string origin) =>
        options.Value.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);

    private static bool IsOwn(HttpContext http, string origin) =>
        string.Equals(
            origin,
            $"{http.Request.Scheme}://{http.Request.Host}",
            StringComparison.OrdinalIgnoreCase
        );
}
