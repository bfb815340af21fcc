using System.Buffers;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Engine;
using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Boundary;

/// <summary>Whether the values of a message to the outside are the clinic's own, so that no field is a way for another text.</summary>
internal sealed class OutsideVocabulary(
    ReplyCatalog replies,
    Clinic clinic,
    [FromKeyedServices(ClinicClockKey.Name)] TimeProvider clock,
    IOptions<BoundaryOptions> options
)
{
    /// <summary>The wordings written to leave: they say nothing of health, and their keys neither.</summary>
    private const string Templates = "sms.";

    private const int TokenLength = 32;

    /// <summary>Pages that a link may name; a token after them is made by a machine.</summary>
    private static readonly string[] Pages = ["chat"];

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>Appointments, not birth dates.</summary>
    private static readonly TimeSpan Past = TimeSpan.FromDays(1);
    private static readonly TimeSpan Future = TimeSpan.FromDays(2 * 366);

    public bool Knows(OutsideMessage message) =>
        message.Template.StartsWith(Templates, StringComparison.Ordinal)
        && replies.Has(message.Template)
        && (message.Date is not { } date || IsNear(date))
        && (message.Place is not { } place || IsSite(place))
        && (message.Link is not { } link || IsOwn(link));

    private bool IsNear(DateTimeOffset date)
    {
        var now = clock.GetUtcNow();
        return date >= now - Past && date <= now + Future;
    }

    private bool IsSite(string place) =>
        clinic.Sites.Any(site => string.Equals(site.Id, place, StringComparison.Ordinal));

    private bool IsOwn(Uri link) =>
        link.IsAbsoluteUri
        && string.Equals(
            link.GetLeftPart(UriPartial.Authority),
            options.Value.OwnOrigin,
            StringComparison.Ordinal
        )
        && link is { UserInfo: "", Query: "", Fragment: "" }
        && link.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .All(segment => Pages.Contains(segment, StringComparer.Ordinal) || IsToken(segment));

    private static bool IsToken(string segment) =>
        segment.Length == TokenLength && segment.AsSpan().IndexOfAnyExcept(Hex) < 0;
}
