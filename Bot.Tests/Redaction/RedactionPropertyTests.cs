using ChatbotSante.Redaction;
using ChatbotSante.Tests.Support;
using CsCheck;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction;

/// <summary>What holds for every text: nothing throws, spans lie inside, what was planted is hidden.</summary>
public sealed class RedactionPropertyTests
{
    private static readonly DataCategory[] Categories = Enum.GetValues<DataCategory>();

    private static readonly string[] Pieces =
    [
        "je m'appelle",
        "Jeanne Martin",
        "12/03/1948",
        "né le",
        "zéro six",
        "quatre vingt dix",
        "euh",
        "non pardon",
        "06 39 98",
        "+33",
        "2A",
        "a@",
        "arobase gmail point com",
        "d comme denis",
        "::",
        "10.0.0.1",
        "http://",
        "FR76",
        "rue du 8 mai",
        "37000",
        "mal au",
        "tension",
        "12/8",
        "500 mg",
        "il y a trois",
        "mot de passe :",
        "Allergies :",
        "ma plaque a b",
        "M.",
        "\uD83D",
        "\uDE00",
        "e\u0301",
        "\u200B",
        "\n",
        "?",
        "'",
        "é",
        "０６",
        "𝟎𝟔",
        "0",
    ];

    private static readonly Gen<string> Anything = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1]
            .Select(i => Pieces[i])
            .Array[0, 14]
            .Select(pieces => string.Join(' ', pieces)),
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 14].Select(string.Concat),
        Gen.Char.Array[0, 60].Select(chars => new string(chars)),
        Gen.String
    );

    private static readonly string[] Around =
    [
        "bonjour",
        "je voudrais un rendez-vous",
        "c'est pour jeudi",
        "vous êtes ouverts ?",
        "merci beaucoup",
        "mon mari est tombé,",
        "svp",
        "",
        "alors",
        "voilà :",
        "et puis",
    ];

    private static readonly string[] Prefixes = ["063998", "026191", "019900"];
    private static readonly string[] Separators = ["", " ", ".", "-"];

    /// <summary>Telephone numbers of fiction, written as people write them.</summary>
    private static readonly Gen<string> WrittenPhone = Gen.Select(
        Gen.Int[0, 9999].Select(i => $"{i:D4}"),
        Gen.Int[0, 2].Select(i => Prefixes[i]),
        Gen.Int[0, 3].Select(i => Separators[i]),
        (end, start, separator) =>
        {
            var digits = start + end;
            return string.Join(
                separator,
                Enumerable.Range(0, 5).Select(i => digits.Substring(i * 2, 2))
            );
        }
    );

    private static readonly Gen<string> Planted = Gen.OneOf(
        WrittenPhone,
        WrittenPhone.Select(phone => FrenchNumberWords.ByTwo(phone)),
        Gen.Int[0, 999999].Select(i => $"jeanne.martin{i}@courriel.example"),
        Gen.Int[0, 99999].Select(i => $"2 84 05 37 261 {i % 1000:D3} {i % 97:D2}"),
        Gen.Int[0, 9999].Select(i => $"4970 1012 3456 {i:D4}"),
        Gen.Int[1, 28].Select(day => $"{day:D2}/03/1948"),
        Gen.Int[0, 99999999].Select(i => $"IPP {i:D10}")
    );

    [Test]
    public void Whatever_the_text_the_spans_are_in_order_apart_and_inside() =>
        Check.Sample(
            Gen.Select(Anything, Gen.Int[0, Categories.Length - 1].Array[0, 4], Gen.Bool),
            (text, expected, isPartial) =>
            {
                var result = new RedactionResult();
                Engines.Shared.Analyze(
                    text,
                    new RedactionContext
                    {
                        Expected = CategorySet.Of([.. expected.Select(i => Categories[i])]),
                        IsPartial = isPartial,
                    },
                    result
                );
                var at = 0;
                foreach (var span in result.Spans)
                {
                    if (
                        span.Start < at
                        || span.Length < 1
                        || span.End > text.Length
                        || !result.Categories.Contains(span.Category)
                    )
                    {
                        return false;
                    }

                    at = span.End;
                }

                return result.Redact(text, RedactionStyle.Mask).Length == text.Length;
            },
            iter: 30_000
        );

    [Test]
    public void What_was_planted_is_hidden_whatever_stands_around_it() =>
        Check.Sample(
            Gen.Select(Planted, Gen.Int[0, Around.Length - 1], Gen.Int[0, Around.Length - 1]),
            (secret, before, after) =>
            {
                var text = $"{Around[before]} {secret} {Around[after]}";
                var start = Around[before].Length + 1;
                var value = secret.StartsWith("IPP ", StringComparison.Ordinal) ? start + 4 : start;
                return IsHidden(text, value, start + secret.Length);
            },
            iter: 20_000
        );

    [Test]
    public void A_folded_text_and_its_words_give_the_same_spans() =>
        Check.Sample(
            Anything,
            text =>
            {
                var result = Found.In(text);
                var other = Engines.Shared.Classify(FoldedText.Of(text), CategorySet.None);
                return result.Spans.ToArray().SequenceEqual(other.Detections);
            },
            iter: 5_000
        );

    [Test]
    public void What_is_given_out_in_pieces_never_shows_what_was_planted() =>
        Check.Sample(
            Gen.Select(
                Planted,
                Gen.Int[0, Around.Length - 1].Array[0, 12],
                Gen.Int[0, Around.Length - 1].Array[0, 12],
                Gen.Int[1, 40]
            ),
            (secret, before, after, size) =>
            {
                var text =
                    $"{string.Join(' ', before.Select(i => Around[i]))} {secret} {string.Join(' ', after.Select(i => Around[i]))}";
                var stream = new RedactionStream(Engines.Shared, default);
                var given =
                    string.Concat(text.Chunk(size).Select(piece => stream.Push(piece)))
                    + stream.Flush();
                var value = secret.StartsWith("IPP ", StringComparison.Ordinal)
                    ? secret[4..]
                    : secret;
                return !given.Contains(value, StringComparison.Ordinal);
            },
            iter: 5_000
        );

    [Test]
    public void Nothing_is_allocated_when_nothing_is_found()
    {
        const string clean =
            "bonjour, je voudrais savoir si vous êtes ouverts le samedi matin et s'il y a un parking";
        var result = new RedactionResult();
        for (var i = 0; i < 50; i++)
        {
            Engines.Shared.Analyze(clean, default, result);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Engines.Shared.Analyze(clean, default, result);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.That(result.IsClean, result.Redact(clean));
        Assert.That(allocated, Is.Zero);
    }

    [TestCase("1 ")]
    [TestCase("un ")]
    [TestCase("a@")]
    [TestCase("::1 ")]
    [TestCase("d comme ")]
    [TestCase("fr76 ")]
    [TestCase("rue ")]
    [TestCase("euh 1 ")]
    [TestCase("é")]
    public void A_hundred_thousand_characters_of_malice_are_read_to_the_end(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
        var result = new RedactionResult();

        Engines.Shared.Analyze(text, default, result);

        Assert.That(result.Redact(text, RedactionStyle.Mask), Has.Length.EqualTo(text.Length));
    }

    private static bool IsHidden(string text, int start, int end)
    {
        foreach (var span in Found.In(text).Spans)
        {
            if (span.Start <= start && end <= span.End)
            {
                return true;
            }
        }

        return false;
    }
}
