using ChatbotSante.Redaction;
using CsCheck;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction;

public sealed class CategorySetTests
{
    private static readonly DataCategory[] All = Enum.GetValues<DataCategory>();

    private static readonly Gen<HashSet<DataCategory>> Sets = Gen.Int[0, All.Length - 1]
        .Select(i => All[i])
        .HashSet[0, All.Length];

    [Test]
    public void It_is_a_set() =>
        Check.Sample(
            Gen.Select(Sets, Sets),
            (left, right) =>
            {
                var (a, b) = (CategorySet.Of([.. left]), CategorySet.Of([.. right]));
                return Array.TrueForAll(
                        All,
                        c =>
                            a.Contains(c) == left.Contains(c)
                            && a.Union(b).Contains(c) == (left.Contains(c) || right.Contains(c))
                            && a.Except(b).Contains(c) == (left.Contains(c) && !right.Contains(c))
                            && a.With(c).Contains(c)
                    )
                    && a.Overlaps(b) == left.Overlaps(right)
                    && a.Count == left.Count
                    && a.IsEmpty == (left.Count == 0);
            }
        );

    [Test]
    public void Health_is_every_category_from_the_symptom_on() =>
        Assert.That(
            All.Where(CategorySet.Health.Contains),
            Is.EqualTo(All.Where(category => category >= DataCategory.Symptom))
        );

    [Test]
    public void Numbers_of_categories_never_change()
    {
        var numbers = string.Join(' ', All.Select(category => $"{category}={category:D}"));

        Assert.That(
            numbers,
            Is.EqualTo(
                "Name=0 BirthDate=1 Nir=2 Ins=3 FileNumber=4 Phone=5 Email=6 Address=7 Location=8 Iban=9 Card=10 IdDocument=11 Online=12 "
                    + "Plate=13 Secret=14 Age=15 ProId=16 InsurerId=17 Date=18 Symptom=32 Condition=33 Drug=34 Dose=35 Procedure=36 Result=37 "
                    + "Measure=38 Pregnancy=39 Mental=40 Substance=41 Allergy=42 Disability=43"
            )
        );
    }
}
