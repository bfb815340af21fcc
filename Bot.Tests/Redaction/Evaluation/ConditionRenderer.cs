using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ChatbotSante.Tests.Redaction.Evaluation;

/// <summary>Writes a message down in a condition, passage by passage, so that the marks stay where they belong.</summary>
internal static class ConditionRenderer
{
    public static RenderedMessage Render(LabelledMessage message, Condition condition)
    {
        var text = new StringBuilder();
        var spans = ImmutableArray.CreateBuilder<GoldSpan>();
        var open = ImmutableArray.CreateBuilder<GoldSpan>();
        foreach (var passage in message.Passages)
        {
            var start = text.Length;
            text.Append(Render(passage, condition));
            if (passage.Category is null && !passage.IsOpen)
            {
                continue;
            }

            var (from, to) = (start, text.Length);
            while (from < to && char.IsWhiteSpace(text[from]))
            {
                from++;
            }

            while (to > from && char.IsWhiteSpace(text[to - 1]))
            {
                to--;
            }

            if (to > from)
            {
                (passage.IsOpen ? open : spans).Add(new GoldSpan(from, to, passage.Category));
            }
        }

        return new RenderedMessage(
            message,
            text.ToString(),
            spans.ToImmutable(),
            open.ToImmutable()
        );
    }

    private static string Render(Passage passage, Condition condition) =>
        condition switch
        {
            Condition.Original => passage.Text,
            Condition.LowerCase => passage.Text.ToLowerInvariant(),
            Condition.NoAccents => WithoutAccents(passage.Text),
            Condition.NoPunctuation => WithoutPunctuation(passage.Text),
            Condition.Capitals => passage.Text.ToUpperInvariant(),
            Condition.Speech => SpeechRenderer.Render(passage),
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        };

    internal static string WithoutAccents(string text) =>
        string.Concat(
                text.Normalize(NormalizationForm.FormD)
                    .Where(c =>
                        CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark
                    )
            )
            .Replace("œ", "oe", StringComparison.Ordinal)
            .Replace("Œ", "OE", StringComparison.Ordinal)
            .Replace("æ", "ae", StringComparison.Ordinal);

    /// <summary>
    /// As people type in haste: no stop, comma, bracket or quotation mark; an apostrophe or a hyphen between letters becomes a space. What
    /// stands between two characters of a number, a date or an address of the net stays.
    /// </summary>
    internal static string WithoutPunctuation(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var (before, after) = (
                i > 0 ? text[i - 1] : ' ',
                i + 1 < text.Length ? text[i + 1] : ' '
            );
            var isInside = char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after);
            if (!char.IsPunctuation(c) || c is '@' or '%' or '_' or '#' or '&')
            {
                kept.Append(c);
            }
            else if (isInside)
            {
                var isKept =
                    c is '.' or ',' or '/' or ':' or '!'
                    || (c == '-' && !(char.IsLetter(before) && char.IsLetter(after)));
                kept.Append(isKept ? c : ' ');
            }
            else if (c is '\'' or '\u2019')
            {
                kept.Append(' ');
            }
        }

        return kept.ToString();
    }
}
