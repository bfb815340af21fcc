using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Engine;
using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Hosting;

/// <summary>
/// The two pages that patients open, as UTF-8 HTML: <c>{{blanks}}</c> filled from the clinic's file, so that a telephone number
/// can be read without any script.
/// </summary>
internal sealed class PatientPages
{
    private const char NoBreakSpace = '\u00a0';
    private readonly HtmlEncoder _html = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly IReadOnlyDictionary<string, string> _blanks;

    public PatientPages(
        Clinic clinic,
        IOptions<WidgetOptions> widget,
        IOptions<UnderstandingOptions> understanding
    )
    {
        _blanks = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = _html.Encode(clinic.Name),
            ["address"] = _html.Encode(clinic.Address),
            ["phone"] = _html.Encode(clinic.Phone.Replace(' ', NoBreakSpace)),
            ["phone-link"] = _html.Encode(
                $"tel:{clinic.Phone.Replace(" ", "", StringComparison.Ordinal)}"
            ),
            ["opening"] = string.Concat(OpeningText.Lines(clinic.Opening).Select(Item)),
            ["leave"] = _html.Encode(widget.Value.LeaveUrl),
            // As an attribute: the words stay in the page's own file.
            ["unless-missed-are-kept"] = understanding.Value.KeepMissed ? string.Empty : "hidden",
            ["origins"] = _html.Encode(string.Join(' ', widget.Value.AllowedOrigins)),
        };
        Home = Fill("home.html");
        Chat = Fill("chat.html");
    }

    /// <summary>The clinic's page: what the assistant does, and a button that opens it.</summary>
    public ReadOnlyMemory<byte> Home { get; }

    /// <summary>The chat alone, as it stands in a frame.</summary>
    public ReadOnlyMemory<byte> Chat { get; }

    private string Item(string hours) =>
        $"<li>{_html.Encode(hours.Replace(" h", $"{NoBreakSpace}h", StringComparison.Ordinal))}</li>";

    private byte[] Fill(string file)
    {
        var page = new StringBuilder(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Pages", file))
        );
        foreach (var (blank, html) in _blanks)
        {
            page.Replace($"{{{{{blank}}}}}", html);
        }

        return Encoding.UTF8.GetBytes(page.ToString());
    }
}
