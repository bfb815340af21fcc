using System.Text;

namespace ChatbotSante.Benchmarks.Redaction;

/// <summary>An input made to be slow to read.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Piece">What it repeats.</param>
internal sealed record Adversary(string Name, string Piece)
{
    public static IReadOnlyList<Adversary> All { get; } =
    [
        new("one run of digits", "1234567890"),
        new("digits and spaces", "0 6 "),
        new("pairs of digits", "06 39 98 "),
        new("digits and every separator", "1.2-3/4 5,6:"),
        new("a@a@a@", "a@"),
        new("dots and at signs", "a.@.b-_@"),
        new("spaces", " "),
        new("line feeds", "\n"),
        new("one word of one letter", "a"),
        new("one word in capitals", "ABCDEFGHIJ"),
        new("combining accents", "e\u0301\u0301\u0301\u0301"),
        new("lone surrogates", "\ud83d"),
        new("spoken numbers", "zéro six quatre-vingt-dix-huit "),
        new("quatre vingt quatre vingt", "quatre vingt "),
        new("spoken corrections", "deux non pardon euh "),
        new("spelled letters", "d comme denis u p "),
        new("spoken addresses of the net", "point arobase tiret "),
        new("dates", "12/12/12/"),
        new("months", "12 mars "),
        new("streets", "12 rue de la "),
        new("names", "Jean-Baptiste de La "),
        new("titles", "madame docteur "),
        new("IBAN beginnings", "FR76 3000 "),
        new("addresses of the net", "http://www."),
        new("IP beginnings", "1.1.1.1.:::"),
        new("health words", "mal à la tête et "),
        new("results", "CRP 12 mg/l < "),
        new("brackets and quotes", "([{«\"'"),
        new("questions", "faites-vous des IRM ? "),
    ];

    /// <summary>The input of a length.</summary>
    /// <param name="length">In UTF-16 code units.</param>
    public string Of(int length)
    {
        var text = new StringBuilder(length + Piece.Length);
        while (text.Length < length)
        {
            text.Append(Piece);
        }

        return text.ToString(0, length);
    }
}
