using System.Text.RegularExpressions;
using ChatbotSante.Dialogs.Engine;

namespace ChatbotSante.Bot.Rehearsals;

/// <summary>Finds the key of a text that was read on a page.</summary>
internal sealed partial class ReplyKeys
{
    private readonly (string Key, string[] Parts)[] _wordings;

    public ReplyKeys(ReplyCatalog replies) =>
        _wordings = [
            .. replies
                .Keys.SelectMany(key =>
                    replies
                        .WordingsOf(key)
                        .Select(wording => (key, parts: Blank().Split(Wording.Plain(wording))))
                )
                .OrderByDescending(wording => wording.parts.Sum(part => part.Length)),
        ];

    /// <summary>The key, or nothing when no text of the content reads like this.</summary>
    public string Of(SpokenReply reply)
    {
        var text = Wording.Plain(reply.Text);
        return Array.Find(_wordings, wording => Reads(text, wording.Parts)).Key ?? string.Empty;
    }

    /// <summary>Whether a text is these parts, in order, with anything in the blanks between.</summary>
    private static bool Reads(string text, string[] parts)
    {
        if (parts.Length == 1)
        {
            return string.Equals(text, parts[0], StringComparison.Ordinal);
        }

        if (!text.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = parts[0].Length;
        foreach (var part in parts.AsSpan(1, parts.Length - 2))
        {
            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return text.Length - at >= parts[^1].Length
            && text.EndsWith(parts[^1], StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blank();
}
