namespace ChatbotSante.Bot.Hosting;

/// <summary>The chat in the clinic's own site. Section <c>Widget</c>.</summary>
public sealed class WidgetOptions
{
    /// <summary>A page that says nothing, and that no other host learns of.</summary>
    public const string Blank = "about:blank";

    /// <summary>Origins of the sites whose pages may show the chat (<c>https://www.clinique.example</c>); this program's own
    /// pages always may. Default: none.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Where « Quitter vite » goes: an https address, or <c>about:blank</c>. Default: <c>about:blank</c>.</summary>
    public string LeaveUrl { get; init; } = Blank;
}
