using System.Net;
using System.Text.Json;
using System.Xml;
using ChatbotSante.Bot.Clinics;
using ChatbotSante.Bot.Ports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChatbotSante.Bot.Hosting;

/// <summary>What a rehearsal alone may do: move the clinic's clock.</summary>
internal static class DevelopmentSite
{
    /// <summary>Path of the clock's control.</summary>
    public const string ClockPath = "/development/clock";

    /// <summary>Longest move at once: farther, a calendar would overflow rather than be rehearsed.</summary>
    private static readonly TimeSpan MaxMove = TimeSpan.FromDays(366);

    /// <summary>Maps the control where there is something to rehearse: in Development, with a clock started by <c>Clock:StartAt</c>.</summary>
    public static void MapDevelopment(this WebApplication app)
    {
        var isRehearsal =
            app.Environment.IsDevelopment()
            && app.Configuration["Clock:StartAt"] is { Length: > 0 };
        if (isRehearsal)
        {
            app.MapPost(ClockPath, MoveClockAsync)
                .WithName("MoveClock")
                .AddEndpointFilter(ForProgramsOfThisMachine);
        }
    }

    internal static async Task<Results<Ok<ClockMoved>, ProblemHttpResult>> MoveClockAsync(
        HttpRequest request,
        ClinicClock clock,
        IEnumerable<IClockFollower> followers,
        CancellationToken cancellationToken
    )
    {
        // Read here rather than bound: who may not know of this control must not be told what its body lacks.
        var move = await ReadAsync(request, cancellationToken);
        if (move is null || !TryRead(move, clock.GetUtcNow(), out var by))
        {
            return TypedResults.Problem(
                "Give advance, a duration such as PT30M, or to, an instant with its offset; the clock moves forward only, by 366 days at most.",
                statusCode: StatusCodes.Status400BadRequest
            );
        }

        clock.Advance(by);
        foreach (var follower in followers)
        {
            await follower.CatchUpAsync(cancellationToken);
        }

        return TypedResults.Ok(new ClockMoved(clock.GetUtcNow()));
    }

    private static async ValueTask<ClockMove?> ReadAsync(
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return request.HasJsonContentType()
                ? await request.ReadFromJsonAsync<ClockMove>(cancellationToken)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool TryRead(ClockMove move, DateTimeOffset now, out TimeSpan by)
    {
        by = TimeSpan.MinValue;
        if (move is { Advance: { } duration, To: null })
        {
            try
            {
                by = XmlConvert.ToTimeSpan(duration);
            }
            catch (Exception unreadable) when (unreadable is FormatException or OverflowException)
            {
                return false;
            }
        }
        else if (move is { Advance: null, To: { } instant })
        {
            by = instant - now;
        }

        return by >= TimeSpan.Zero && by <= MaxMove;
    }

    /// <summary>To another machine, and to a page of any origin, there is nothing here.</summary>
    private static async ValueTask<object?> ForProgramsOfThisMachine(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        var http = context.HttpContext;
        var isAllowed =
            http.Connection.RemoteIpAddress is { } address
            && IPAddress.IsLoopback(address)
            && http.Request.Headers.Origin.Count == 0;
        return isAllowed ? await next(context) : TypedResults.NotFound();
    }
}
