using ChatbotSante.Redaction;
using CsCheck;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction;

public sealed class FoldedTextTests
{
    /// <summary>Every UTF-16 code unit, lone surrogates included, and more often what people type.</summary>
    private static readonly Gen<string> Anything = Gen.OneOf(
            Gen.Char["abcdeéèàçœÆ'’- .,?0123456789\u00A0\u202F@"],
            Gen.Char[char.MinValue, char.MaxValue]
        )
        .Array[0, 200]
        .Select(chars => new string(chars));

    [Test]
    public void Folding_keeps_the_length_whatever_the_text() =>
        Check.Sample(
            Anything,
            text =>
            {
                var folded = FoldedText.Of(text);
                return folded.Folded.Length == folded.Original.Length && folded.Original == text;
            },
            iter: 20_000
        );

    [Test]
    public void Tokens_are_in_order_apart_and_inside_the_text() =>
        Check.Sample(
            Anything,
            text =>
            {
                var folded = FoldedText.Of(text);
                var at = 0;
                foreach (var token in folded.Tokens)
                {
                    if (token.Start < at || token.Length < 1 || token.End > text.Length)
                    {
                        return false;
                    }

                    at = token.End;
                }

                return true;
            },
            iter: 20_000
        );

    [Test]
    public void Folding_twice_is_folding_once() =>
        Check.Sample(
            Gen.Char["aÀâÄçÉèÊëÎïÔœŒæÙÿŸñ’‘\u00A0\u202F–—A1 ?"]
                .Array[0, 40]
                .Select(chars => new string(chars)),
            text => FoldedText.FoldWord(FoldedText.FoldWord(text)) == FoldedText.FoldWord(text)
        );

    [Test]
    public void What_is_too_long_is_cut()
    {
        var folded = FoldedText.Of(new string('é', FoldedText.MaxLength + 100));

        Assert.That(folded.Folded, Has.Length.EqualTo(FoldedText.MaxLength).And.All.EqualTo('e'));
    }

    [TestCase("ÉTÉ à l’Hôpital", "ete a l'hopital")]
    [TestCase("Ça va, NOËL ?", "ca va, noel ?")]
    [TestCase("10\u202Fh\u00A030", "10 h 30")]
    [TestCase("peut‑être – non", "peut-etre - non")]
    [TestCase("cœur", "ceur")]
    public void A_text_folds_to_what_is_compared(string text, string folded) =>
        Assert.That(FoldedText.Of(text).Folded, Is.EqualTo(folded));

    [Test]
    public void Past_either_end_there_is_nothing()
    {
        var text = FoldedText.Of("un deux");

        Assert.That(text.At(-1).Length + text.At(2).Length, Is.Zero);
        Assert.That(text.Matches(1, ["deux", "trois"]), Is.False);
        Assert.That(text.Matches(0, []), Is.False);
    }
}
