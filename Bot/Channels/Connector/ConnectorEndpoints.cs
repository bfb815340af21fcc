using ChatbotSante.Dialogs.Activities;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChatbotSante.Bot.Channels.Connector;

/// <summary>The endpoint of the Bot Framework Emulator, the Agents Playground, and any channel.</summary>
internal static class ConnectorEndpoints
{
    /// <summary>The authorization policy, where authentication is configured.</summary>
    public const string Policy = "connector";

    internal static RouteHandlerBuilder MapConnector(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/messages", PostAsync).WithName("PostMessages").WithTags("Connector");

    /// <summary>Takes one activity. 200 with the replies (<c>expectReplies</c>), 202 once the channel has them, 403 for a
    /// <c>serviceUrl</c> that is not allowed, 503 when the replies could not be delivered: the same activity may be sent again.</summary>
    internal static async Task<IResult> PostAsync(
        HttpContext http,
        IConversationDirectory conversations,
        IReplyDelivery delivery,
        ServiceUrlGuard guard,
        CancellationToken cancellationToken
    )
    {
        var body = await BoundedBody.ReadAsync(
            http.Request,
            ActivityReader.MaxBytes,
            cancellationToken
        );
        if (body is null)
        {
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (
            !ActivityReader.TryRead(body, out var activity)
            || string.IsNullOrEmpty(activity!.Conversation?.Id)
            || activity.Conversation.Id is "." or ".." // These two would be steps in the path of the channel's address.
            || string.IsNullOrEmpty(activity.ChannelId)
        )
        {
            return Problem("The body is not an activity with a channelId and a conversation.id.");
        }

        var expectsReplies = activity.DeliveryMode == DeliveryModes.ExpectReplies;
        if (!expectsReplies && guard.Check(activity.ServiceUrl) is null)
        {
            return TypedResults.Problem(
                "This serviceUrl is not allowed; add it to Connector:ServiceUrls, or use deliveryMode expectReplies.",
                statusCode: StatusCodes.Status403Forbidden
            );
        }

        var reference = new ConversationReference
        {
            ChannelId = activity.ChannelId,
            ConversationId = activity.Conversation.Id,
            ServiceUrl = expectsReplies ? null : activity.ServiceUrl,
            UserId = activity.From?.Id,
            BotId = activity.Recipient?.Id,
        };
        var key = conversations.KeyOf("connector/" + reference.ChannelId, reference.ConversationId);
        var turn = await conversations.ReceiveAsync(
            new InboundActivity(key, reference, body, activity),
            cancellationToken
        );
        if (expectsReplies)
        {
            // Written as it is: a result of bytes is a file's, with ranges and conditions that nobody asks of an answer.
            var answer = ActivitySet.Write(turn.Replies, watermark: null);
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = answer.Length;
            await http.Response.Body.WriteAsync(answer, cancellationToken);
            return TypedResults.Empty;
        }

        return await delivery.DeliverAsync(reference, turn.Replies, cancellationToken)
            ? TypedResults.Accepted((string?)null)
            : TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    private static ProblemHttpResult Problem(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest);
}
