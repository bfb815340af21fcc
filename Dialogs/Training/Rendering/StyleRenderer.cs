using System.Text;
using ChatbotSante.Redaction;
using ChatbotSante.Training.Templates;

namespace ChatbotSante.Training.Rendering;

/// <summary>Writes a message as somebody in that style would, and keeps track of its spans.</summary>
internal static class StyleRenderer
{
    private static readonly string[] Fillers =
    [
        "euh",
        "euh",
        "heu",
        "heu",
        "ben",
        "bah",
        "voilà",
        "enfin",
        "donc",
        "hein",
        "hum",
        "alors",
        "quoi",
        "en fait",
        "du coup",
        "comment dire",
    ];

    private static readonly Dictionary<string, string> SpokenUnits = new(StringComparer.Ordinal)
    {
        ["mg"] = "milligrammes",
        ["kg"] = "kilos",
        ["g"] = "grammes",
        ["ml"] = "millilitres",
        ["cm"] = "centimètres",
        ["mm"] = "millimètres",
        ["µg"] = "microgrammes",
        ["ui"] = "unités",
        ["h"] = "heures",
        ["dr"] = "docteur",
        ["m"] = "monsieur",
        ["mme"] = "madame",
        ["n"] = "numéro",
        ["rdv"] = "rendez-vous",
        ["ème"] = "ième",
    };

    public static (string Text, List<Detection> Spans) Render(
        LabelledText text,
        MessageStyle style,
        SeededRandom random
    )
    {
        var pieces = Split(text);
        pieces = style switch
        {
            MessageStyle.Cased => Map(pieces, word => Slip(word, 0.01, random)),
            MessageStyle.Lower => Map(pieces, word => Slip(word, 0.01, random).ToLowerInvariant()),
            MessageStyle.NoAccents => Map(pieces, SpellingSlips.WithoutAccents),
            MessageStyle.NoPunctuation => NoPunctuation(pieces, random),
            MessageStyle.Sms => Sms(pieces, random),
            MessageStyle.Capitals => Capitals(pieces, random),
            _ => Speech(pieces, random),
        };
        return Join(pieces, text.Categories);
    }

    private static List<TextPiece> Split(LabelledText text)
    {
        var pieces = new List<TextPiece>();
        var whole = text.ToString();
        var start = 0;
        for (var i = 1; i <= whole.Length; i++)
        {
            if (
                i == whole.Length
                || Kind(whole[i]) != Kind(whole[i - 1])
                || text.SpanAt(i) != text.SpanAt(i - 1)
            )
            {
                pieces.Add(new TextPiece(whole[start..i], text.SpanAt(start)));
                start = i;
            }
        }

        return pieces;
    }

    private static int Kind(char c) =>
        char.IsLetter(c) ? 0
        : char.IsAsciiDigit(c) ? 1
        : 2;

    private static List<TextPiece> Map(List<TextPiece> pieces, Func<string, string> word) =>
        [.. pieces.Select(piece => piece.IsWord ? piece with { Text = word(piece.Text) } : piece)];

    private static string Slip(string word, double rate, SeededRandom random) =>
        random.Chance(rate) ? SpellingSlips.Mistype(word, random) : word;

    private static List<TextPiece> NoPunctuation(List<TextPiece> pieces, SeededRandom random)
    {
        var lower = random.Chance(0.5);
        var words = random.Chance(0.3);
        return
        [
            .. pieces.Select(piece =>
                piece.IsGap ? piece with { Text = Plain(piece.Text, words) }
                : lower ? piece with { Text = piece.Text.ToLowerInvariant() }
                : piece
            ),
        ];
    }

    /// <summary>The gap without its signs; apostrophes and hyphens stay unless words stand alone.</summary>
    private static string Plain(string gap, bool wordsAlone)
    {
        if (gap.Trim() is "'" or "’" or "-" && !wordsAlone)
        {
            return gap;
        }

        return gap.Contains('\n', StringComparison.Ordinal) ? "\n"
            : gap is "/" or "%" or "°" ? gap
            : " ";
    }

    private static List<TextPiece> Sms(List<TextPiece> pieces, SeededRandom random)
    {
        var accents = random.Chance(0.3);
        var apostrophes = random.Chance(0.4);
        var punctuation = random.Chance(0.3);
        var abbreviates = random.Chance(0.6);
        var slips = random.NextUnit() * 0.12;
        return
        [
            .. pieces.Select(piece =>
            {
                if (piece.IsGap)
                {
                    var joined = piece.Text is "'" or "’" && !apostrophes;
                    return piece with
                    {
                        Text =
                            joined ? string.Empty
                            : punctuation ? piece.Text
                            : Plain(piece.Text, false),
                    };
                }

                var word = piece.Text.ToLowerInvariant();
                if (!piece.IsWord)
                {
                    return piece;
                }

                word =
                    abbreviates && piece.Span == 0 ? SpellingSlips.Abbreviate(word, random) : word;
                word = Slip(word, slips, random);
                return piece with { Text = accents ? word : SpellingSlips.WithoutAccents(word) };
            }),
        ];
    }

    private static List<TextPiece> Capitals(List<TextPiece> pieces, SeededRandom random)
    {
        var accents = random.Chance(0.4);
        return Map(
            pieces,
            word => (accents ? word : SpellingSlips.WithoutAccents(word)).ToUpperInvariant()
        );
    }

    private static List<TextPiece> Speech(List<TextPiece> pieces, SeededRandom random)
    {
        var hesitates = random.NextUnit() * 0.15;
        var mishears = random.NextUnit() * 0.08;
        var apostrophes = random.Chance(0.7);
        var accents = random.Chance(0.7);
        var spoken = new List<TextPiece>(pieces.Count);
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.IsGap)
            {
                spoken.Add(piece with { Text = SpokenGap(piece, pieces, i, apostrophes) });
                if (random.Chance(piece.Span == 0 ? hesitates : hesitates / 3) && piece.Text == " ")
                {
                    spoken.Add(piece with { Text = $"{random.Pick(Fillers)} " });
                }

                continue;
            }

            var word = piece.IsNumber
                ? SpokenNumbers.Say(piece.Text)
                : piece.Text.ToLowerInvariant();
            if (piece.IsWord)
            {
                word =
                    i > 0 && pieces[i - 1].IsNumber
                    || i > 1 && pieces[i - 2].IsNumber
                    || piece.Text.Length > 1
                        ? SpokenUnits.GetValueOrDefault(word, word)
                        : word;
                word = random.Chance(mishears) ? SpellingSlips.Mishear(word, random) : word;
            }

            var touches = i > 0 && !pieces[i - 1].IsGap;
            var text = accents ? word : SpellingSlips.WithoutAccents(word);
            spoken.Add(piece with { Text = touches ? $" {text}" : text });
            if (
                piece.IsWord
                && random.Chance(hesitates / 3)
                && i + 1 < pieces.Count
                && pieces[i + 1].Text == " "
            )
            {
                spoken.Add(piece with { Text = $" {text}" });
            }
        }

        return spoken;
    }

    private static string SpokenGap(TextPiece gap, List<TextPiece> pieces, int at, bool apostrophes)
    {
        var betweenNumbers =
            at > 0 && at + 1 < pieces.Count && pieces[at - 1].IsNumber && pieces[at + 1].IsNumber;
        return gap.Text switch
        {
            "'" or "’" => apostrophes ? "'" : " ",
            "-" when !betweenNumbers => "-",
            "," when betweenNumbers => at % 2 == 0 ? " virgule " : " ",
            "/" when betweenNumbers => at % 2 == 0 ? " sur " : " ",
            "%" or " %" => " pour cent",
            "°" or " °" => " degrés",
            _ => gap.Text.Length == 0 ? string.Empty : " ",
        };
    }

    private static (string Text, List<Detection> Spans) Join(
        List<TextPiece> pieces,
        IReadOnlyList<DataCategory> categories
    )
    {
        var text = new StringBuilder();
        var starts = new int[categories.Count + 1];
        var ends = new int[categories.Count + 1];
        Array.Fill(starts, -1);
        foreach (var piece in pieces)
        {
            if (piece.Span != 0)
            {
                starts[piece.Span] = starts[piece.Span] < 0 ? text.Length : starts[piece.Span];
            }

            text.Append(piece.Text);
            ends[piece.Span] = text.Length;
        }

        var spans = new List<Detection>();
        for (var i = 1; i < starts.Length; i++)
        {
            if (starts[i] >= 0 && ends[i] > starts[i])
            {
                spans.Add(
                    new Detection(
                        starts[i],
                        ends[i] - starts[i],
                        categories[i - 1],
                        Confidence.Likely
                    )
                );
            }
        }

        return (text.ToString(), spans);
    }
}
