using System.Net;
using System.Runtime.ExceptionServices;
using ChatbotSante.Bot.Ports;

namespace ChatbotSante.Bot.Boundary;

/// <summary>
/// Decides on every request, as it is when nothing else can change it any more. Inside: anything. Outside: declared fields only,
/// to an address that declares them, and a bounded answer. Anywhere else: nothing.
/// </summary>
internal sealed class EgressGuard(
    BoundaryMap map,
    OutsideVocabulary vocabulary,
    EgressDecisions decisions
) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var destination = Decide(request, isBlocking: false);
        try
        {
            return destination.Zone == Zone.Outside
                ? await SendOutsideAsync(request, destination, cancellationToken)
                : await base.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException fault)
            when (fault.InnerException is EgressDeniedException denied)
        {
            // Refused while connecting: another try would end the same way.
            ExceptionDispatchInfo.Throw(denied);
            throw;
        }
    }

    protected override HttpResponseMessage Send(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Decide(request, isBlocking: true);
        try
        {
            return base.Send(request, cancellationToken);
        }
        catch (HttpRequestException fault)
            when (fault.InnerException is EgressDeniedException denied)
        {
            ExceptionDispatchInfo.Throw(denied);
            throw;
        }
    }

    private Destination Decide(HttpRequestMessage request, bool isBlocking)
    {
        var destination = map.Find(request.RequestUri, out var refusal);
        if (destination is null)
        {
            throw decisions.Deny(null, refusal);
        }

        if (request.Headers.Host is { } named && !IsOwnHost(named, request.RequestUri!))
        {
            throw decisions.Deny(destination, EgressReason.HostHeader);
        }

        // HTTP/3 would connect by itself, past the connector.
        request.VersionPolicy =
            request.Version < HttpVersion.Version30
                ? HttpVersionPolicy.RequestVersionOrLower
                : throw decisions.Deny(destination, EgressReason.Protocol);

        var reason = EgressReason.Inside;
        if (
            destination.Zone == Zone.Outside
            && (reason = Outside(request, destination, isBlocking)) != EgressReason.DeclaredFields
        )
        {
            throw decisions.Deny(destination, reason);
        }

        decisions.Allow(destination, reason);
        return destination;
    }

    private EgressReason Outside(
        HttpRequestMessage request,
        Destination destination,
        bool isBlocking
    )
    {
        if (isBlocking)
        {
            return EgressReason.Protocol;
        }

        if (request.Method != HttpMethod.Post)
        {
            return EgressReason.Method;
        }

        if (request.Content is not StructuredContent content)
        {
            return EgressReason.Content;
        }

        if (request.Headers.Any() || !HasItsOwnHeadersOnly(content))
        {
            return EgressReason.Header;
        }

        if (!content.Message.Fields.All(destination.Fields.Contains))
        {
            return EgressReason.Field;
        }

        return vocabulary.Knows(content.Message) ? EgressReason.DeclaredFields : EgressReason.Value;
    }

    private static bool HasItsOwnHeadersOnly(StructuredContent content) =>
        content.Headers.ContentType
            is { MediaType: StructuredContent.MediaType, Parameters.Count: 0 }
        && content.Headers.All(header =>
            string.Equals(header.Key, "Content-Type", StringComparison.OrdinalIgnoreCase)
            || (
                string.Equals(header.Key, "Content-Length", StringComparison.OrdinalIgnoreCase)
                && content.Headers.ContentLength == content.Length
            )
        );

    private static bool IsOwnHost(string named, Uri address) =>
        string.Equals(named, address.IdnHost, StringComparison.OrdinalIgnoreCase)
        || string.Equals(named, address.Authority, StringComparison.OrdinalIgnoreCase);

    private async Task<HttpResponseMessage> SendOutsideAsync(
        HttpRequestMessage request,
        Destination destination,
        CancellationToken cancellationToken
    )
    {
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timed.CancelAfter(destination.Timeout);
        try
        {
            using var response = await base.SendAsync(request, timed.Token);
            return await OutsideAnswer.ReadAsync(
                response,
                destination.MaxResponseBytes,
                timed.Token
            );
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("The outside did not answer in time.", late);
        }
    }
}
