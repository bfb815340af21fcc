using System.Net.Http.Headers;

namespace ChatbotSante.Bot.Boundary;

/// <summary>Reads an answer from outside: its status, and a bounded JSON or nothing. Its headers are dropped.</summary>
internal static class OutsideAnswer
{
    private const string Json = "application/json";

    /// <summary>A response of our own with what may be believed of the other one.</summary>
    /// <exception cref="HttpRequestException">It is too long, packed, or of another kind.</exception>
    public static async Task<HttpResponseMessage> ReadAsync(
        HttpResponseMessage response,
        int maxBytes,
        CancellationToken cancellationToken
    )
    {
        var body = await ReadBodyAsync(response.Content, maxBytes, cancellationToken);
        var headers = response.Content.Headers;
        if (
            body.Length > 0
            && (headers.ContentType?.MediaType != Json || headers.ContentEncoding.Count > 0)
        )
        {
            throw new HttpRequestException(
                HttpRequestError.InvalidResponse,
                "The outside answered with something else than JSON."
            );
        }

        var content = new ByteArrayContent(body);
        content.Headers.ContentType = body.Length > 0 ? new MediaTypeHeaderValue(Json) : null;
        return new HttpResponseMessage(response.StatusCode) { Content = content };
    }

    private static async Task<byte[]> ReadBodyAsync(
        HttpContent content,
        int maxBytes,
        CancellationToken cancellationToken
    )
    {
        if (content.Headers.ContentLength > maxBytes)
        {
            throw TooLong();
        }

        // One byte more than allowed tells that there is more.
        var buffer = new byte[maxBytes + 1];
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var read = await stream.ReadAtLeastAsync(
            buffer,
            buffer.Length,
            throwOnEndOfStream: false,
            cancellationToken
        );
        return read <= maxBytes ? buffer[..read] : throw TooLong();
    }

    private static HttpRequestException TooLong() =>
        new(HttpRequestError.ConfigurationLimitExceeded, "The outside answered too much.");
}
