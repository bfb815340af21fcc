using System.Net.Http.Headers;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Activities;
using Polly;
using Polly.Registry;

namespace ChatbotSante.Bot.Channels.Connector;

/// <summary>Sends replies by the Connector's REST API, in order, to allowed addresses only.</summary>
internal sealed class ConnectorClient(
    IHttpClientFactory clients,
    ServiceUrlGuard guard,
    ResiliencePipelineProvider<string> resilience,
    ILogger<ConnectorClient> logger
) : IReplyDelivery
{
    /// <summary>Name of the HTTP client, and of its retry policy.</summary>
    public const string Name = "connector";

    private readonly ResiliencePipeline _resilience = resilience.GetPipeline(Name);

    /// <inheritdoc />
    public async Task<bool> DeliverAsync(
        ConversationReference reference,
        IReadOnlyList<StreamedActivity> activities,
        CancellationToken cancellationToken
    )
    {
        if (guard.Check(reference.ServiceUrl) is not { } service)
        {
            return false;
        }

        var url = new Uri(
            $"{service.AbsoluteUri.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(reference.ConversationId)}/activities"
        );
        var client = clients.CreateClient(Name);
        foreach (var activity in activities)
        {
            if (!await SendAsync(client, url, activity, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> SendAsync(
        HttpClient client,
        Uri url,
        StreamedActivity activity,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await _resilience.ExecuteAsync(
                async token =>
                {
                    using var content = new ReadOnlyMemoryContent(activity.Json);
                    content.Headers.ContentType = new MediaTypeHeaderValue(
                        "application/json",
                        "utf-8"
                    );
                    using var response = await client.PostAsync(url, content, token);

                    // 200, 201 or 202, with a body or without: all mean that it was taken.
                    response.EnsureSuccessStatusCode();
                    return true;
                },
                cancellationToken
            );
        }
        catch (Exception fault)
            when (fault
                    is HttpRequestException
                        or EgressDeniedException
                        or TimeoutException
                        or Polly.Timeout.TimeoutRejectedException
            )
        {
            Log.DeliveryFailed(logger, fault.GetType().Name);
            return false;
        }
    }
}
