using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Hosting;

/// <summary>
/// Whole origins, without a wildcard: what is allowed here stands in a header, and may show the chat. Plain http, which anyone
/// on the way can rewrite, in Development only.
/// </summary>
internal sealed class WidgetOptionsValidator(IHostEnvironment environment)
    : IValidateOptions<WidgetOptions>
{
    public ValidateOptionsResult Validate(string? name, WidgetOptions options)
    {
        var refusals = options
            .AllowedOrigins.Where(origin => !IsOrigin(origin))
            .Select(origin =>
                $"Widget:AllowedOrigins: '{origin}' is not an origin such as https://www.clinique.example "
                + "(https, host in lower case, a port if it is not 443, and nothing after)."
            )
            .ToList();
        if (!IsPage(options.LeaveUrl))
        {
            refusals.Add(
                $"Widget:LeaveUrl: '{options.LeaveUrl}' is neither an https address nor {WidgetOptions.Blank}."
            );
        }

        return refusals.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(refusals);
    }

    /// <summary>Written exactly as a browser writes it: it is compared with what browsers send.</summary>
    private bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (
            uri.Scheme == Uri.UriSchemeHttps
            || (uri.Scheme == Uri.UriSchemeHttp && environment.IsDevelopment())
        )
        && string.Equals(text, Origin(uri), StringComparison.Ordinal);

    private static string Origin(Uri uri) =>
        uri.IsDefaultPort
            ? $"{uri.Scheme}://{uri.IdnHost}"
            : FormattableString.Invariant($"{uri.Scheme}://{uri.IdnHost}:{uri.Port}");

    private static bool IsPage(string text) =>
        text == WidgetOptions.Blank
        || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps);
}
