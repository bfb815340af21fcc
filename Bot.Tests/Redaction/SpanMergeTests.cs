using ChatbotSante.Redaction;
using CsCheck;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction;

public sealed class SpanMergeTests
{
    private static readonly DataCategory[] Categories = Enum.GetValues<DataCategory>();
    private static readonly string Text = new('x', 200);

    private static readonly Gen<Detection> AnyDetection = Gen.Select(
        Gen.Int[0, 150],
        Gen.Int[1, 40],
        Gen.Int[0, Categories.Length - 1].Select(i => Categories[i]),
        Gen.Int[0, 2].Select(i => (Confidence)i),
        (start, length, category, confidence) => new Detection(start, length, category, confidence)
    );

    [Test]
    public void Nothing_found_is_uncovered_and_nothing_else_is_covered() =>
        Check.Sample(
            AnyDetection.List[0, 30],
            found =>
            {
                var expected = Covered(found);
                var merged = found.ToList();
                SpanMerge.Merge(merged, Text);
                var inOrder = merged
                    .Zip(merged.Skip(1))
                    .All(pair => pair.First.End <= pair.Second.Start);
                return inOrder && Covered(merged).SequenceEqual(expected);
            },
            iter: 20_000
        );

    [Test]
    public void The_surer_category_wins_then_the_longer()
    {
        Assert.That(
            Merged(
                new(0, 10, DataCategory.Name, Confidence.Possible),
                new(5, 3, DataCategory.Nir, Confidence.Certain)
            ).Category,
            Is.EqualTo(DataCategory.Nir)
        );
        Assert.That(
            Merged(
                new(0, 10, DataCategory.Name, Confidence.Likely),
                new(5, 20, DataCategory.Address, Confidence.Likely)
            ).Category,
            Is.EqualTo(DataCategory.Address)
        );
    }

    [Test]
    public void Overlapping_identity_and_health_leave_both_classes()
    {
        var found = new List<Detection>
        {
            new(0, 10, DataCategory.Name, Confidence.Likely),
            new(5, 20, DataCategory.Condition, Confidence.Likely),
        };

        var categories = SpanMerge.Merge(found, Text);

        Assert.That(
            categories,
            Is.EqualTo(CategorySet.Of(DataCategory.Name, DataCategory.Condition))
        );
    }

    private static Detection Merged(params Detection[] found)
    {
        var merged = found.ToList();
        SpanMerge.Merge(merged, Text);
        Assert.That(merged, Has.Count.EqualTo(1));
        return merged[0];
    }

    private static bool[] Covered(IEnumerable<Detection> found)
    {
        var covered = new bool[Text.Length];
        foreach (var detection in found)
        {
            covered.AsSpan(detection.Start, detection.Length).Fill(true);
        }

        return covered;
    }
}
