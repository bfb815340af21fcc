using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Dialogs.Care.Clinics;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>Makes a stored reply readable: its wording, its blanks, its buttons. The same input always gives the same text.</summary>
public sealed class ReplyRenderer
{
    private readonly ReplyCatalog _catalog;
    private readonly Dictionary<string, string> _clinicBlanks;

    public ReplyRenderer(ReplyCatalog catalog, Clinic clinic)
    {
        ArgumentNullException.ThrowIfNull(clinic);
        _catalog = catalog;
        _clinicBlanks = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["clinique"] = clinic.Name,
            ["adresse"] = clinic.Address,
            ["telephone"] = clinic.Phone,
            ["secretariat"] = string.Join(" ; ", OpeningText.Lines(clinic.SecretariatHours)),
            ["continuite"] = clinic.ContinuityPhone ?? clinic.Phone,
            ["parking"] = clinic.Parking,
            ["visites"] = clinic.Visits,
            ["donnees"] = clinic.DataProtectionContact ?? clinic.Phone,
            ["antipoison"] = clinic.PoisonCentrePhone is { } poison
                ? $", ou le centre antipoison au {poison}"
                : string.Empty,
        };
    }

    /// <summary>The blanks that every text may use: facts of the clinic's file.</summary>
    public IReadOnlyCollection<string> ClinicBlanks => _clinicBlanks.Keys;

    /// <summary>The wording to use next, so that the same sentence is not said twice running.</summary>
    /// <param name="key">Key of the text.</param>
    /// <param name="lastVariant">Wording used last in this conversation; null when the text was not said yet.</param>
    public int NextVariant(string key, int? lastVariant) =>
        lastVariant is { } last ? (last + 1) % _catalog.WordingsOf(key).Count : 0;

    /// <summary>The wording of a reply: the one it names, the first of what may repeat, or the next.</summary>
    /// <param name="reply">What is said.</param>
    /// <param name="lastVariant">As for <see cref="NextVariant"/>.</param>
    public int VariantOf(Reply reply, int? lastVariant)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return reply.Variant ?? (reply.MayRepeat ? 0 : NextVariant(reply.Key, lastVariant));
    }

    [SuppressMessage(
        "Privacy",
        "CBS0014:Patient data is put down unmarked",
        Justification = "What was said is read back, to the person who said it."
    )]
    public string Text(StoredReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var wordings = _catalog.WordingsOf(reply.Key);
        var text = Fill(wordings[reply.Variant % wordings.Count], reply.Values);

        // A blank may open the sentence (« jeudi 26 novembre… »).
        return char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
    }

    public SuggestedActions? Actions(StoredReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (reply.Actions is not { Length: > 0 } actions)
        {
            return null;
        }

        return new SuggestedActions { Actions = [.. actions.Select(Action)] };
    }

    private SuggestedAction Action(string action)
    {
        if (action[0] == '=')
        {
            return new SuggestedAction
            {
                Type = "imBack",
                Title = action[1..],
                Value = action[1..],
            };
        }

        var button = _catalog.ButtonOf(action);
        return new SuggestedAction
        {
            Type = button.Link is null ? "imBack" : "openUrl",
            Title = button.Title,
            Value = button.Link is { } link
                ? Fill(link, values: null).Replace(" ", string.Empty, StringComparison.Ordinal)
                : button.Says ?? button.Title,
        };
    }

    private string Fill(string wording, Dictionary<string, string>? values)
    {
        var open = wording.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            return wording;
        }

        var text = new StringBuilder(wording.Length + 64);
        var from = 0;
        while (open >= 0)
        {
            var close = wording.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            var blank = wording.Substring(open + 1, close - open - 1);
            var value = values?.GetValueOrDefault(blank) ?? _clinicBlanks.GetValueOrDefault(blank);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{wording.AsSpan(from, open - from)}{value}"
            );
            from = close + 1;
            open = wording.IndexOf('{', from);
        }

        return text.Append(wording.AsSpan(from)).ToString();
    }
}
