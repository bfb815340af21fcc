using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ChatbotSante.Bot.Ports;

/// <summary>
/// The one content that the egress guard lets out of the boundary: an <see cref="OutsideMessage"/> as a flat JSON object of
/// strings.
/// </summary>
internal sealed class StructuredContent : HttpContent
{
    /// <summary>The one content header, checked again on the way out.</summary>
    public const string MediaType = "application/json";

    private readonly ReadOnlyMemory<byte> _json;

    public StructuredContent(OutsideMessage message)
    {
        Message = message;
        _json = Write(message);
        Headers.ContentType = new MediaTypeHeaderValue(MediaType);
    }

    public OutsideMessage Message { get; }

    /// <summary>Length in bytes.</summary>
    public int Length => _json.Length;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    ) => await stream.WriteAsync(_json, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }

    private static ReadOnlyMemory<byte> Write(OutsideMessage message)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("template", message.Template);
        if (message.Date is { } date)
        {
            json.WriteString("date", date);
        }

        if (message.Place is { } place)
        {
            json.WriteString("place", place);
        }

        if (message.Link is { } link)
        {
            json.WriteString("link", link.AbsoluteUri);
        }

        if (message.To is { } to)
        {
            json.WriteString("to", to.Reveal());
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
