using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction;

public sealed class PlaceholderTests
{
    [TestCaseSource(nameof(Categories))]
    public void Every_category_has_a_placeholder(DataCategory category) =>
        Assert.That(Placeholder.Of(category), Does.Match(@"^\[[A-Z_]+\]$"));

    [Test]
    public void What_of_health_it_was_does_not_show() =>
        Assert.That(
            Categories
                .Where(CategorySet.Health.Contains)
                .Select(Placeholder.Of)
                .Distinct(StringComparer.Ordinal),
            Is.EqualTo(["[SANTE]"])
        );

    private static IEnumerable<DataCategory> Categories => Enum.GetValues<DataCategory>();
}
