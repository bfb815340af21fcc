using System.Globalization;
using System.Security.Cryptography;
using ChatbotSante.Dialogs.Activities;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Channels.DirectLine;

/// <summary>Direct Line 3.0, hosted here: what Web Chat and DirectLineJS speak.</summary>
internal static class DirectLineEndpoints
{
    /// <summary>Rate limit of new conversations, per address.</summary>
    public const string ConversationsLimit = "directline-conversations";

    /// <summary>Rate limit of messages, per conversation.</summary>
    public const string MessagesLimit = "directline-messages";

    /// <summary>The CORS policy.</summary>
    public const string Cors = "directline";

    private const string BotId = "assistant";

    internal static RouteGroupBuilder MapDirectLine(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/v3/directline").WithTags("Direct Line").RequireCors(Cors);
        api.MapPost("/tokens/generate", GenerateAsync)
            .WithName("GenerateToken")
            .RequireRateLimiting(ConversationsLimit);
        api.MapPost("/tokens/refresh", RefreshAsync).WithName("RefreshToken");
        api.MapPost("/conversations", StartAsync)
            .WithName("StartConversation")
            .RequireRateLimiting(ConversationsLimit);
        api.MapGet("/conversations/{id}", ReconnectAsync).WithName("ReconnectConversation");
        api.MapPost("/conversations/{id}/activities", PostAsync)
            .WithName("PostActivity")
            .RequireRateLimiting(MessagesLimit);
        api.MapGet("/conversations/{id}/activities", GetAsync).WithName("GetActivities");
        api.MapPost("/conversations/{id}/upload", UploadAsync)
            .WithName("Upload")
            .RequireRateLimiting(MessagesLimit);
        api.MapGet("/conversations/{id}/stream", StreamAsync).WithName("Stream");
        api.MapGet("/session/getsessionid", () => TypedResults.NotFound()).WithName("GetSessionId");
        return api;
    }

    internal static Results<
        JsonHttpResult<ConversationStarted>,
        JsonHttpResult<DirectLineError>
    > GenerateAsync(
        HttpContext http,
        DirectLineToken tokens,
        OriginGuard origins,
        IOptions<DirectLineOptions> options
    )
    {
        if (!origins.Allows(http))
        {
            return Refuse(
                StatusCodes.Status403Forbidden,
                "BadArgument",
                "This origin is not allowed; add it to DirectLine:AllowedOrigins."
            );
        }

        // Whatever id the page would like to have, the names here are ours: 128 random bits each.
        var session = new DirectLineSession(NewId("c"), NewId("dl_"));
        return Started(session, tokens, options.Value, streamUrl: null, StatusCodes.Status200OK);
    }

    internal static async Task<
        Results<JsonHttpResult<ConversationStarted>, JsonHttpResult<DirectLineError>>
    > RefreshAsync(HttpContext http, DirectLineToken tokens, IOptions<DirectLineOptions> options)
    {
        var check = await CheckAsync(http, tokens);
        return check.Session is { } session
            ? Started(session, tokens, options.Value, streamUrl: null, StatusCodes.Status200OK)
            : Refuse(check);
    }

    internal static async Task<
        Results<JsonHttpResult<ConversationStarted>, JsonHttpResult<DirectLineError>>
    > StartAsync(
        HttpContext http,
        DirectLineToken tokens,
        IConversationDirectory conversations,
        IOptions<DirectLineOptions> options,
        CancellationToken cancellationToken
    )
    {
        var check = await CheckAsync(http, tokens);
        if (check.Session is not { } session)
        {
            return Refuse(check);
        }

        // The greeting: saved like any turn, and said once, however often the page asks.
        await conversations.ReceiveAsync(
            ConversationUpdate(Key(conversations, session), session),
            cancellationToken
        );
        return Started(
            session,
            tokens,
            options.Value,
            StreamUrl(http, tokens, session, watermark: 0),
            StatusCodes.Status201Created
        );
    }

    internal static async Task<
        Results<JsonHttpResult<ConversationStarted>, JsonHttpResult<DirectLineError>>
    > ReconnectAsync(
        HttpContext http,
        string id,
        string? watermark,
        DirectLineToken tokens,
        IOptions<DirectLineOptions> options
    )
    {
        var check = await CheckAsync(http, tokens);
        return check.Session is { } session && session.ConversationId == id
            ? Started(
                session,
                tokens,
                options.Value,
                StreamUrl(http, tokens, session, Mark(watermark)),
                StatusCodes.Status200OK
            )
            : Refuse(check);
    }

    internal static async Task<
        Results<JsonHttpResult<PostedActivity>, JsonHttpResult<DirectLineError>>
    > PostAsync(
        HttpContext http,
        string id,
        DirectLineToken tokens,
        IConversationDirectory conversations,
        ConversationStreams streams,
        CancellationToken cancellationToken
    )
    {
        var check = await CheckAsync(http, tokens);
        if (check.Session is not { } session || session.ConversationId != id)
        {
            return Refuse(check);
        }

        var body = await BoundedBody.ReadAsync(
            http.Request,
            ActivityReader.MaxBytes,
            cancellationToken
        );
        if (body is null)
        {
            return Refuse(
                StatusCodes.Status413PayloadTooLarge,
                "MessageSizeTooBig",
                "An activity holds at most 64 KiB."
            );
        }

        if (!ActivityReader.TryRead(body, out var activity))
        {
            return Refuse(
                StatusCodes.Status400BadRequest,
                "BadArgument",
                "The body is not an activity."
            );
        }

        // The greeting is the server's to ask for; a client that sends its own would be greeted as often as it likes.
        if (activity!.Type is ActivityTypes.ConversationUpdate)
        {
            return TypedResults.Json(
                new PostedActivity($"{id}|0"),
                DirectLineJson.Default.PostedActivity
            );
        }

        var key = Key(conversations, session);
        var turn = await conversations.ReceiveAsync(
            new InboundActivity(key, Reference(session), body, activity),
            cancellationToken
        );
        if (turn.IsSaved)
        {
            return TypedResults.Json(
                new PostedActivity(turn.ActivityId),
                DirectLineJson.Default.PostedActivity
            );
        }

        // Shown at once; the error tells the page that the message must be sent again.
        streams.Push(key, turn.Replies);
        return Refuse(
            StatusCodes.Status503ServiceUnavailable,
            "ServiceError",
            "The conversation cannot answer now; send the message again."
        );
    }

    internal static async Task<IResult> GetAsync(
        HttpContext http,
        string id,
        string? watermark,
        DirectLineToken tokens,
        IConversationDirectory conversations,
        CancellationToken cancellationToken
    )
    {
        var check = await CheckAsync(http, tokens);
        if (check.Session is not { } session || session.ConversationId != id)
        {
            return Refuse(check);
        }

        var mark = Mark(watermark);
        var activities = await ReadOrNothingAsync(
            conversations,
            Key(conversations, session),
            mark,
            cancellationToken
        );
        var last = activities.Count > 0 ? activities[^1].Sequence : mark;
        return TypedResults.Bytes(ActivitySet.Write(activities, last), "application/json");
    }

    internal static async Task<
        Results<JsonHttpResult<PostedActivity>, JsonHttpResult<DirectLineError>>
    > UploadAsync(
        HttpContext http,
        string id,
        DirectLineToken tokens,
        IConversationDirectory conversations,
        ConversationStreams streams,
        CancellationToken cancellationToken
    )
    {
        var check = await CheckAsync(http, tokens);
        if (check.Session is not { } session || session.ConversationId != id)
        {
            return Refuse(check);
        }

        // The body is not read: no file is ever taken in. No page shows this error, so the bot says it too.
        var key = Key(conversations, session);
        var turn = await conversations.ReceiveAsync(Upload(key, session), cancellationToken);
        if (!turn.IsSaved)
        {
            streams.Push(key, turn.Replies);
        }

        return RefuseUpload();
    }

    internal static async Task<IResult> StreamAsync(
        HttpContext http,
        string id,
        string? watermark,
        string? t,
        DirectLineToken tokens,
        IConversationDirectory conversations,
        ConversationStreams streams,
        IHostApplicationLifetime lifetime
    )
    {
        var check = await tokens.CheckForStreamAsync(t ?? string.Empty);
        if (check.Session is not { } session || session.ConversationId != id)
        {
            return Refuse(check);
        }

        if (!http.WebSockets.IsWebSocketRequest)
        {
            return Refuse(
                StatusCodes.Status400BadRequest,
                "BadArgument",
                "This address is a WebSocket."
            );
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var key = Key(conversations, session);
        var stream = new ConversationStream(socket, key, Mark(watermark), conversations);
        streams.Add(key, stream);
        try
        {
            await stream.RunAsync(lifetime.ApplicationStopping);
        }
        finally
        {
            streams.Remove(key, stream);
        }

        return TypedResults.Empty;
    }

    /// <summary>A polling client stops for ever on most errors: when the conversation cannot be read, it gets an empty set.</summary>
    private static async Task<IReadOnlyList<StreamedActivity>> ReadOrNothingAsync(
        IConversationDirectory conversations,
        ConversationKey key,
        long after,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await conversations.ReadAsync(key, after, cancellationToken);
        }
        catch (ConversationUnavailableException)
        {
            return [];
        }
    }

    private static async ValueTask<TokenCheck> CheckAsync(HttpContext http, DirectLineToken tokens)
    {
        const string scheme = "Bearer ";
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            ? await tokens.CheckAsync(header[scheme.Length..])
            : default;
    }

    private static ConversationKey Key(
        IConversationDirectory conversations,
        DirectLineSession session
    ) => conversations.KeyOf(ChannelIds.DirectLine, session.ConversationId);

    private static ConversationReference Reference(DirectLineSession session) =>
        new()
        {
            ChannelId = ChannelIds.DirectLine,
            ConversationId = session.ConversationId,
            UserId = session.UserId,
            BotId = BotId,
        };

    private static InboundActivity ConversationUpdate(
        ConversationKey key,
        DirectLineSession session
    )
    {
        var update = new Activity
        {
            Type = ActivityTypes.ConversationUpdate,
            Id = "start",
            Recipient = new ChannelAccount { Id = BotId },
            MembersAdded = [new ChannelAccount { Id = session.UserId }],
        };
        var json = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(
            update,
            ActivityJson.Default.Activity
        );
        return new InboundActivity(key, Reference(session), json, update);
    }

    /// <summary>That something was uploaded, and nothing of it.</summary>
    private static InboundActivity Upload(ConversationKey key, DirectLineSession session)
    {
        var upload = new Activity { Type = ActivityTypes.Message, Attachments = [new()] };
        var json = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(
            upload,
            ActivityJson.Default.Activity
        );
        return new InboundActivity(key, Reference(session), json, upload);
    }

    private static string StreamUrl(
        HttpContext http,
        DirectLineToken tokens,
        DirectLineSession session,
        long watermark
    )
    {
        var scheme = http.Request.IsHttps ? "wss" : "ws";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{scheme}://{http.Request.Host}{http.Request.PathBase}/v3/directline/conversations/{session.ConversationId}/stream?watermark={watermark}&t={tokens.IssueForStream(session)}"
        );
    }

    private static long Mark(string? watermark) =>
        long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out var mark)
            ? mark
            : 0;

    private static string NewId(string prefix) =>
        prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static JsonHttpResult<ConversationStarted> Started(
        DirectLineSession session,
        DirectLineToken tokens,
        DirectLineOptions options,
        string? streamUrl,
        int status
    ) =>
        TypedResults.Json(
            new ConversationStarted
            {
                ConversationId = session.ConversationId,
                Token = tokens.Issue(session, options.TokenLifetime),
                ExpiresIn = (int)options.TokenLifetime.TotalSeconds,
                StreamUrl = streamUrl,
            },
            DirectLineJson.Default.ConversationStarted,
            statusCode: status
        );

    /// <summary>An expired token is 403, which clients renew on; another's conversation, or no token, is 403 too: neither is told apart.</summary>
    private static JsonHttpResult<DirectLineError> Refuse(TokenCheck check) =>
        check.IsExpired
            ? Refuse(StatusCodes.Status403Forbidden, "TokenExpired", "The token has expired.")
            : Refuse(
                StatusCodes.Status403Forbidden,
                "BadArgument",
                "A token of this conversation is needed."
            );

    private static JsonHttpResult<DirectLineError> RefuseUpload() =>
        Refuse(
            StatusCodes.Status415UnsupportedMediaType,
            "NotSupported",
            "Les pièces jointes ne sont pas acceptées ici. Remettez vos documents au secrétariat."
        );

    private static JsonHttpResult<DirectLineError> Refuse(
        int status,
        string code,
        string message
    ) =>
        TypedResults.Json(
            new DirectLineError(code, message),
            DirectLineJson.Default.DirectLineError,
            statusCode: status
        );
}
