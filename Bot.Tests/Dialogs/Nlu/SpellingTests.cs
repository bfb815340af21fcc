using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs.Nlu;

public sealed class SpellingTests
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    private static readonly SpellingRules NoRules = new(
        new Dictionary<string, string>(StringComparer.Ordinal),
        []
    );

    [Test]
    public void One_keystroke_after_the_first_letter_is_forgiven_wherever_it_is()
    {
        const string word = "ordonnance";
        var spelling = new Spelling([new PhrasePattern(word)], NoRules);

        foreach (var written in OneKeystrokeOff(word))
        {
            Assert.That(spelling.Corrected(FoldedText.Of(written)).Folded, Is.EqualTo(word));
        }
    }

    [Test]
    public void One_keystroke_after_the_first_letter_is_forgiven_in_a_beginning_too()
    {
        const string beginning = "paralys";
        var spelling = new Spelling([new PhrasePattern(beginning + "*")], NoRules);

        foreach (var written in OneKeystrokeOff(beginning))
        {
            Assert.That(
                spelling.Corrected(FoldedText.Of(written + "e")).Folded,
                Does.StartWith(beginning)
            );
        }
    }

    [TestCase("ordinaire")]
    [TestCase("ordonner")]
    [TestCase("abondance")]
    public void Another_word_stays_as_it_is(string other)
    {
        var spelling = new Spelling([new PhrasePattern("ordonnance")], NoRules);
        var text = FoldedText.Of(other);

        Assert.That(spelling.Corrected(text), Is.SameAs(text));
    }

    /// <summary>A letter for another, one more, one less, two swapped; what is at least as long as what is corrected.</summary>
    private static IEnumerable<string> OneKeystrokeOff(string word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            yield return word.Remove(i, 1);
            if (i + 1 < word.Length)
            {
                yield return $"{word[..i]}{word[i + 1]}{word[i]}{word[(i + 2)..]}";
            }

            foreach (var letter in Letters)
            {
                yield return $"{word[..i]}{letter}{word[(i + 1)..]}";
                yield return word.Insert(i, letter.ToString());
            }
        }
    }
}
