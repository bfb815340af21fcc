using System.Buffers;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>A message while its dates are read: its words, and what each says of days and hours.</summary>
internal readonly ref struct DateSentence
{
    /// <summary>What ends a part of a sentence.</summary>
    private static readonly SearchValues<char> Ends = SearchValues.Create(",;.!?\n");

    private readonly ReadOnlySpan<DateWord> _words;

    public DateSentence(FoldedText text, DateTime reference, Span<DateWord> words)
    {
        Text = text;
        Reference = reference;
        Today = DateOnly.FromDateTime(reference);
        HasAny = Look(text, words);
        _words = words;
    }

    public FoldedText Text { get; }

    public DateTime Reference { get; }

    public DateOnly Today { get; }

    /// <summary>Whether any word could be of a day or an hour.</summary>
    public bool HasAny { get; }

    public int Count => _words.Length;

    public DateWordKind Kind(int i) =>
        (uint)i < (uint)_words.Length ? _words[i].Kind : DateWordKind.Other;

    public int Value(int i) => _words[i].Value;

    /// <summary>The token after the word at an index.</summary>
    public int After(int i) => i + Math.Max(1, (int)_words[i].Length);

    public ReadOnlySpan<char> At(int i) => Text.At(i);

    /// <summary>The number at an index, in digits or words; −1 for none.</summary>
    public int Number(int i) => Kind(i) == DateWordKind.Number ? _words[i].Value : -1;

    public bool IsWritten(int i) => (uint)i < (uint)Count && Text.Tokens[i].IsNumber;

    /// <summary>What stands between a token and the one before.</summary>
    public ReadOnlySpan<char> Gap(int i) =>
        i > 0 && i < Count
            ? Text.Folded.AsSpan()[Text.Tokens[i - 1].End..Text.Tokens[i].Start]
            : [];

    /// <summary>Whether a comma or the end of a sentence stands before a token.</summary>
    public bool IsApart(int i) => Gap(i).ContainsAny(Ends);

    public bool IsHyphen(int i) => Gap(i).Trim() is "-";

    public bool IsSlash(int i) => Gap(i) is "/";

    /// <summary>The index of the day, month or part that stands before, past articles; −1 for none.</summary>
    public bool IsArticle(int i) =>
        At(i)
            is "le"
                or "la"
                or "les"
                or "l"
                or "de"
                or "du"
                or "des"
                or "d"
                or "a"
                or "au"
                or "aux"
                or "en"
                or "ce"
                or "cet"
                or "cette"
                or "ces"
                or "pour"
                or "dans"
                or "vers"
                or "un"
                or "une"
                or "sur"
                or "que";

    private static bool Look(FoldedText text, Span<DateWord> words)
    {
        var hasAny = false;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Kind == DateWordKind.Covered)
            {
                continue;
            }

            words[i] = At(text, i);
            hasAny |= words[i].Kind != DateWordKind.Other;
            for (
                var k = 1;
                k < words[i].Length && i + k < words.Length && words[i].Kind != DateWordKind.Number;
                k++
            )
            {
                words[i + k] = new DateWord(DateWordKind.Covered, 0, 1);
            }
        }

        return hasAny;
    }

    private static DateWord At(FoldedText text, int i)
    {
        if (Several(text, i) is { Length: > 0 } several)
        {
            return several;
        }

        if (Abbreviated(text, i) is var day and >= 0)
        {
            return Word(DateWordKind.Weekday, day, 1);
        }

        var token = text.Tokens[i];
        if (!token.IsNumber && DateVocabulary.Find(text.At(i)) is { Length: > 0 } word)
        {
            return word;
        }

        var number = SpokenNumbers.NumberAt(text, i, out var next);
        return number >= 0
            ? new DateWord(DateWordKind.Number, (short)number, (byte)(next - i))
            : default;
    }

    /// <summary>« Ven », « lun. 30 »; « mer » and « sam » are days only where a number or a part of the day follows.</summary>
    private static int Abbreviated(FoldedText text, int i)
    {
        var day = text.At(i) switch
        {
            "dim" => 0,
            "lun" => 1,
            "mar" => 2,
            "mer" => 3,
            "jeu" => 4,
            "ven" or "vend" => 5,
            "sam" => 6,
            _ => -1,
        };
        var isSure =
            day is 0 or 1 or 5
            || text.Tokens.Length == 1
            || (i + 1 < text.Tokens.Length && text.Tokens[i + 1].IsNumber)
            || text.At(i + 1) is "matin" or "aprem" or "soir" or "midi" or "prochain" or "pro";
        return isSure ? day : -1;
    }

    /// <summary>What is said in several tokens.</summary>
    private static DateWord Several(FoldedText text, int i) =>
        text.At(i) switch
        {
            "aujourd" => Word(
                DateWordKind.Today,
                0,
                text.At(i + 1) is "hui" or "hu" or "huit" ? 2 : 1
            ),
            "avant" when text.At(i + 1) is "hier" => Word(DateWordKind.Gone, 1, 2),
            "apres" or "ap" or "apre" when text.At(i + 1) is "midi" or "midis" => Word(
                DateWordKind.Part,
                (int)DayPart.Afternoon,
                2
            ),
            "apres" when text.At(i + 1) is "demain" or "dmain" => Word(DateWordKind.Today, 2, 2),
            "apres" when IsTomorrow(text, i + 1) => Word(DateWordKind.Today, 2, 3),
            "2" when IsTomorrow(text, i) => Word(DateWordKind.Today, 1, 2),
            "week" when text.At(i + 1) is "end" or "ends" => Word(DateWordKind.Weekend, 0, 2),
            "w" when text.At(i + 1) is "e" or "end" => Word(DateWordKind.Weekend, 0, 2),
            "jour" or "premier" or "1er" when text.Matches(i + 1, ["de", "l", "an"]) => Word(
                DateWordKind.Holiday,
                (int)NamedDay.NewYear,
                4
            ),
            "nouvel" when text.At(i + 1) is "an" => Word(
                DateWordKind.Holiday,
                (int)NamedDay.NewYear,
                2
            ),
            "saint" or "st" when text.At(i + 1) is "sylvestre" => Word(
                DateWordKind.Holiday,
                (int)NamedDay.NewYearEve,
                2
            ),
            "saint" or "st" when text.At(i + 1) is "valentin" => Word(
                DateWordKind.Holiday,
                (int)NamedDay.Valentine,
                2
            ),
            "lundi" when text.Matches(i + 1, ["de", "paques"]) => Word(
                DateWordKind.Holiday,
                (int)NamedDay.EasterMonday,
                3
            ),
            "lundi" when IsPentecost(text, i + 1) => Word(
                DateWordKind.Holiday,
                (int)NamedDay.PentecostMonday,
                text.At(i + 2) is "la" ? 4 : 3
            ),
            "dimanche" when text.Matches(i + 1, ["de", "paques"]) => Word(
                DateWordKind.Holiday,
                (int)NamedDay.Easter,
                3
            ),
            "dimanche" when IsPentecost(text, i + 1) => Word(
                DateWordKind.Holiday,
                (int)NamedDay.Pentecost,
                text.At(i + 2) is "la" ? 4 : 3
            ),
            "jeudi" when text.Matches(i + 1, ["de", "l", "ascension"]) => Word(
                DateWordKind.Holiday,
                (int)NamedDay.Ascension,
                4
            ),
            "vendredi" when text.At(i + 1) is "saint" => Word(
                DateWordKind.Holiday,
                (int)NamedDay.GoodFriday,
                2
            ),
            "fete" when text.Matches(i + 1, ["du", "travail"]) => Word(
                DateWordKind.Holiday,
                (int)NamedDay.LabourDay,
                3
            ),
            "fete" when text.At(i + 1) is "nationale" => Word(
                DateWordKind.Holiday,
                (int)NamedDay.NationalDay,
                2
            ),
            "veille" or "reveillon" when text.Matches(i + 1, ["de", "noel"]) => Word(
                DateWordKind.Holiday,
                (int)NamedDay.ChristmasEve,
                3
            ),
            "jour" when text.Matches(i + 1, ["de", "noel"]) => Word(
                DateWordKind.Holiday,
                (int)NamedDay.Christmas,
                3
            ),
            "qui" or "ki" when text.At(i + 1) is "vient" or "viens" or "arrive" or "suit" => Word(
                DateWordKind.Following,
                1,
                2
            ),
            "a" when text.At(i + 1) is "venir" => Word(DateWordKind.Following, 1, 2),
            "d" when text.At(i + 1) is "apres" && text.At(i + 2) is not "midi" => Word(
                DateWordKind.Following,
                0,
                2
            ),
            _ => default,
        };

    private static bool IsPentecost(FoldedText text, int i) =>
        text.Matches(i, ["de", "pentecote"]) || text.Matches(i, ["de", "la", "pentecote"]);

    /// <summary>« 2main », as messages spell it.</summary>
    private static bool IsTomorrow(FoldedText text, int i) =>
        text.At(i) is "2"
        && text.At(i + 1) is "main" or "m1"
        && text.Tokens[i].End == text.Tokens[i + 1].Start;

    private static DateWord Word(DateWordKind kind, int value, int length) =>
        new(kind, (short)value, (byte)length);
}
