using ChatbotSante.Dialogs.Nlu;
using CsCheck;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs.Nlu;

public sealed class EditDistanceTests
{
    private static readonly Gen<string> Words = Gen.Char['a', 'd']
        .Array[0, 12]
        .Select(chars => new string(chars));

    [Test]
    public void It_agrees_with_the_textbook() =>
        Check.Sample(
            Gen.Select(Words, Words, Gen.Int[0, 4]),
            (a, b, limit) => EditDistance.Within(a, b, limit) == (Textbook(a, b) <= limit),
            iter: 20_000
        );

    [Test]
    public void It_is_symmetric() =>
        Check.Sample(
            Gen.Select(Words, Words, Gen.Int[0, 4]),
            (a, b, limit) => EditDistance.Within(a, b, limit) == EditDistance.Within(b, a, limit)
        );

    [Test]
    public void A_word_is_at_no_distance_from_itself() =>
        Check.Sample(Gen.String, word => EditDistance.Within(word, word, 0));

    [TestCase("opthalmo", "ophtalmo", 1, true)]
    [TestCase("cardiologue", "cardiolgue", 1, true)]
    [TestCase("cardio", "radio", 1, false)]
    [TestCase("", "ab", 2, true)]
    [TestCase("", "abc", 2, false)]
    public void Slips_of_the_keyboard_are_counted(string a, string b, int limit, bool isWithin) =>
        Assert.That(EditDistance.Within(a, b, limit), Is.EqualTo(isWithin));

    [Test]
    public void Words_too_long_are_only_compared()
    {
        var word = new string('a', 41);

        Assert.That(EditDistance.Within(word, word, 0));
        Assert.That(EditDistance.Within(word, word[..40] + "b", 3), Is.False);
    }

    private static int Textbook(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                d[i, j] =
                    i == 0 ? j
                    : j == 0 ? i
                    : Math.Min(
                        Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1),
                        d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                    );
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
