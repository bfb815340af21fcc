using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction.Tagging;

public sealed class TagSpansTests
{
    [TestCase("l'operation du genou", DataCategory.Procedure, "operation du genou")]
    [TestCase("l'hay les roses", DataCategory.Location, "l'hay les roses")]
    [TestCase("d'ornano", DataCategory.Name, "d'ornano")]
    [TestCase("saturation 92 %", DataCategory.Measure, "saturation 92 %")]
    [TestCase("hba1c 7 %", DataCategory.Result, "hba1c 7 %")]
    [TestCase("rue 92 %", DataCategory.Address, "rue 92")]
    public void A_span_takes_its_sign_and_leaves_its_article(
        string folded,
        DataCategory category,
        string expected
    )
    {
        var text = FoldedText.Of(folded);
        var labels = text
            .Tokens.Select(
                (_, i) =>
                    (byte)(i == 0 ? TagLabels.Beginning(category) : TagLabels.Inside(category))
            )
            .ToArray();
        var found = new List<Detection>();

        TagSpans.Add(folded, text.Tokens.AsSpan(), labels, found);

        Assert.That(
            found.Select(span => (folded.Substring(span.Start, span.Length), span.Category)),
            Is.EqualTo(new[] { (expected, category) })
        );
    }

    [Test]
    public void Spans_of_one_category_that_touch_are_two()
    {
        var text = FoldedText.Of("fievre toux");
        var label = (byte)TagLabels.Beginning(DataCategory.Symptom);
        var found = new List<Detection>();

        TagSpans.Add(text.Folded, text.Tokens.AsSpan(), [label, label], found);

        Assert.That(found, Has.Count.EqualTo(2));
    }
}
