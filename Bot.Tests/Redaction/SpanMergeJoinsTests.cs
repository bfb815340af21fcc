using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction;

/// <summary>Which spans become one, and which categories are told of it.</summary>
public sealed class SpanMergeJoinsTests
{
    [TestCase("Jean Martin", 4, 5, true)]
    [TestCase("Jean-Martin", 4, 5, true)]
    [TestCase("Jean'Martin", 4, 5, true)]
    [TestCase("Jean’Martin", 4, 5, true)]
    [TestCase("JeanMartin", 4, 4, true)]
    [TestCase("Jean,Martin", 4, 5, false)]
    [TestCase("Jean  Martin", 4, 6, false)]
    public void Two_pieces_of_a_name_are_one(string text, int end, int start, bool isOne) =>
        Assert.That(
            Merged(
                text,
                Span(0, end, DataCategory.Name),
                Span(start, text.Length, DataCategory.Name)
            ),
            Is.EqualTo(
                isOne
                    ? [Span(0, text.Length, DataCategory.Name)]
                    : new[]
                    {
                        Span(0, end, DataCategory.Name),
                        Span(start, text.Length, DataCategory.Name),
                    }
            )
        );

    /// <summary>What lies inside another from its beginning is not told of, whichever was found first.</summary>
    [Test]
    public void Of_two_that_begin_together_the_longer_is_told_of()
    {
        var found = new List<Detection>
        {
            Span(0, 4, DataCategory.Name),
            Span(0, 11, DataCategory.Symptom),
        };

        Assert.That(
            SpanMerge.Merge(found, "Jean Martin"),
            Is.EqualTo(CategorySet.Of(DataCategory.Symptom))
        );
    }

    [TestCase(DataCategory.Name, DataCategory.Location)]
    [TestCase(DataCategory.Location, DataCategory.Name)]
    [TestCase(DataCategory.Name, DataCategory.Symptom)]
    [TestCase(DataCategory.Symptom, DataCategory.Name)]
    [TestCase(DataCategory.Phone, DataCategory.Phone)]
    [TestCase(DataCategory.Drug, DataCategory.Drug)]
    [TestCase(DataCategory.Drug, DataCategory.Dose)]
    [TestCase(DataCategory.Dose, DataCategory.Drug)]
    [TestCase(DataCategory.Measure, DataCategory.Symptom)]
    [TestCase(DataCategory.Symptom, DataCategory.Measure)]
    [TestCase(DataCategory.Symptom, DataCategory.Drug)]
    [TestCase(DataCategory.Symptom, DataCategory.Dose)]
    [TestCase(DataCategory.Drug, DataCategory.Allergy)]
    public void Values_of_their_own_stay_apart(DataCategory first, DataCategory second) =>
        Assert.That(
            Merged("abcd efgh", Span(0, 4, first), Span(5, 9, second)),
            Is.EqualTo(new[] { Span(0, 4, first), Span(5, 9, second) })
        );

    [TestCase(" ")]
    [TestCase("")]
    [TestCase("-")]
    [TestCase(" et ")]
    [TestCase(" de ")]
    [TestCase(" du ")]
    [TestCase(" d'")]
    [TestCase(" a ")]
    [TestCase(" des ")]
    [TestCase(" au ")]
    [TestCase(" aux ")]
    public void Two_findings_with_a_small_word_between_are_one(string between)
    {
        var text = "abcd" + between + "efgh";
        var start = 4 + between.Length;
        var found = new List<Detection>
        {
            Span(0, 4, DataCategory.Symptom),
            Span(start, start + 4, DataCategory.Condition),
        };

        var categories = SpanMerge.Merge(found, text);

        Assert.That(found, Is.EqualTo(new[] { Span(0, start + 4, DataCategory.Symptom) }));
        Assert.That(
            categories,
            Is.EqualTo(CategorySet.Of(DataCategory.Symptom, DataCategory.Condition))
        );
    }

    [TestCase(", ")]
    [TestCase(" ou ")]
    [TestCase(" sans ")]
    [TestCase("  ")]
    [TestCase("; ")]
    public void Two_findings_with_anything_else_between_stay_apart(string between)
    {
        var start = 4 + between.Length;

        Assert.That(
            Merged(
                "abcd" + between + "efgh",
                Span(0, 4, DataCategory.Symptom),
                Span(start, start + 4, DataCategory.Condition)
            ),
            Has.Length.EqualTo(2)
        );
    }

    [TestCase(DataCategory.Drug)]
    [TestCase(DataCategory.Condition)]
    public void An_allergy_is_one_with_what_it_is_to(DataCategory to) =>
        Assert.That(
            Merged("allergie a iode", Span(0, 8, DataCategory.Allergy), Span(11, 15, to)),
            Is.EqualTo(new[] { Span(0, 15, DataCategory.Allergy) })
        );

    [Test]
    public void Spans_that_only_touch_stay_apart() =>
        Assert.That(
            Merged("abcdefgh", Span(0, 4, DataCategory.Phone), Span(4, 8, DataCategory.Email)),
            Is.EqualTo(new[] { Span(0, 4, DataCategory.Phone), Span(4, 8, DataCategory.Email) })
        );

    [Test]
    public void Of_two_as_strong_the_first_gives_its_category() =>
        Assert.That(
            Merged("abcdefgh", Span(0, 4, DataCategory.Phone), Span(2, 6, DataCategory.Email)),
            Is.EqualTo(new[] { Span(0, 6, DataCategory.Phone) })
        );

    [TestCase(true)]
    [TestCase(false)]
    public void Of_two_that_begin_together_the_longer_gives_its_category(bool isLongerFirst)
    {
        var (shorter, longer) = (Span(0, 3, DataCategory.Phone), Span(0, 6, DataCategory.Email));

        Assert.That(
            isLongerFirst
                ? Merged("abcdefgh", longer, shorter)
                : Merged("abcdefgh", shorter, longer),
            Is.EqualTo(new[] { longer })
        );
    }

    [Test]
    public void Identity_and_health_that_overlap_are_both_told()
    {
        var found = new List<Detection>
        {
            Span(0, 5, DataCategory.Name),
            Span(3, 9, DataCategory.Symptom),
        };

        Assert.That(
            SpanMerge.Merge(found, "abcdefghi"),
            Is.EqualTo(CategorySet.Of(DataCategory.Name, DataCategory.Symptom))
        );
    }

    [TestCase(3, 9, DataCategory.Location, Description = "both of identity: the stronger alone")]
    [TestCase(1, 3, DataCategory.Symptom, Description = "inside: taken for the same words")]
    [TestCase(1, 5, DataCategory.Symptom, Description = "inside, to the same end")]
    public void What_is_the_same_words_is_told_once(int start, int end, DataCategory category)
    {
        var name = Span(0, 5, DataCategory.Name) with { Confidence = Confidence.Certain };
        var found = new List<Detection> { name, Span(start, end, category) };

        Assert.That(
            SpanMerge.Merge(found, "abcdefghi"),
            Is.EqualTo(CategorySet.Of(DataCategory.Name))
        );
    }

    [Test]
    public void Nothing_found_is_nothing_told()
    {
        var found = new List<Detection>();

        Assert.That(SpanMerge.Merge(found, "abc"), Is.EqualTo(CategorySet.None));
        Assert.That(found, Is.Empty);
    }

    private static Detection Span(int start, int end, DataCategory category) =>
        new(start, end - start, category, Confidence.Likely);

    private static Detection[] Merged(string text, params Detection[] found)
    {
        var merged = found.ToList();
        SpanMerge.Merge(merged, text);
        return [.. merged];
    }
}
