using ChatbotSante.Bot.Channels.DirectLine;
using ChatbotSante.Bot.Clinics;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Engine;

namespace ChatbotSante.Bot.Hosting;

/// <summary>The endpoints and the headers of the public site.</summary>
internal static class PublicSite
{
    /// <summary>Everything from this origin; the hash is that of the empty style element, which the chat fills by script.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; "
        + "img-src 'self'; connect-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

    public static void MapSite(this WebApplication app)
    {
        app.MapDirectLine();
        app.MapGet(
            "/clinic.json",
            (Clinic clinic) => TypedResults.Json(Page(clinic), ClinicPageJson.Default.ClinicPage)
        );
        app.MapGet("/healthz", () => TypedResults.Text("ok"));
    }

    public static void UseSecurityHeaders(this WebApplication app) =>
        app.Use(
            (http, next) =>
            {
                var headers = http.Response.Headers;
                headers.ContentSecurityPolicy = ContentSecurityPolicy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
                headers["Permissions-Policy"] =
                    "camera=(), microphone=(), geolocation=(), interest-cohort=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers.CacheControl = "no-cache";
                return next(http);
            }
        );

    private static ClinicPage Page(Clinic clinic) =>
        new(clinic.Name, clinic.Address, clinic.Phone, OpeningText.Lines(clinic.Opening));
}
