using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs.Care;

public sealed class PersonIndexTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly byte[] Other = [.. Enumerable.Range(2, 32).Select(i => (byte)i)];

    [TestCase("Lœuvre-d'Aubigné", "LOEUVRE D AUBIGNE")]
    [TestCase("N'Guyen", "nguyen")]
    [TestCase("Müller", "MULLER")]
    [TestCase("de la Tour", "De-La-Tour")]
    public void A_family_name_has_one_index_however_it_is_written(string one, string other) =>
        Assert.That(
            PersonIndex.Of(Secret, Name(one, "Ysaline"), Born(1)),
            Is.EqualTo(PersonIndex.Of(Secret, Name(other, "Ysaline"), Born(1)))
        );

    [Test]
    public void Another_name_date_or_key_gives_another_index()
    {
        byte[][] indexes =
        [
            PersonIndex.Of(Secret, Name("Verdoux", "Ysaline"), Born(1)),
            PersonIndex.Of(Secret, Name("Verdon", "Ysaline"), Born(1)),
            PersonIndex.Of(Secret, Name("Verdoux", "Ysaline"), Born(2)),
            PersonIndex.Of(Other, Name("Verdoux", "Ysaline"), Born(1)),
        ];

        Assert.That(indexes.Select(Convert.ToHexString), Is.Unique);
        Assert.That(indexes.Select(index => index.Length), Is.All.EqualTo(PersonIndex.Length));
    }

    [TestCase("Verdoux", "Ysaline", "Ysaline", "Verdoux", 2)]
    [TestCase("Le Goff Marrec", "Jean-Yves", "le goff-marrec jean", "yves", 2)]
    [TestCase("Le Goff Marrec", "Jean-Yves", "Le Goff Marrec", "Jean", 1)]
    [TestCase("Le Goff Marrec", "Jean-Yves", "Le Goff Marrec", "Hugo", 0)]
    [TestCase("Le Goff Marrec", "Jean-Yves", "Le Goff", "Jean-Yves", 0)]
    public void A_declared_name_is_compared_with_the_one_on_file(
        string family,
        string given,
        string saidFirst,
        string saidLast,
        int likeness
    )
    {
        var onFile = Name(family, given);
        var declared = Name(saidFirst, saidLast);
        var isCandidate = PersonIndex
            .Candidates(Secret, declared, Born(1))
            .Any(index => index.SequenceEqual(PersonIndex.Of(Secret, onFile, Born(1))));

        Assert.That(PersonIndex.Likeness(onFile, declared), Is.EqualTo(likeness));
        Assert.That(isCandidate || likeness == 0);
    }

    [Test]
    public void However_long_a_name_is_the_work_is_bounded() =>
        Assert.That(
            PersonIndex.Candidates(
                Secret,
                Name("a b c d e f g h i j k l m n", "o p q r s t u v w x y z"),
                Born(1)
            ),
            Has.Count.LessThanOrEqualTo(36)
        );

    private static PersonName Name(string family, string given)
    {
        Assert.That(PersonName.TryCreate(family, given, out var name));
        return name!;
    }

    private static BirthDate Born(int day)
    {
        Assert.That(
            BirthDate.TryCreate(
                new DateOnly(1957, 5, day),
                new DateOnly(2026, 11, 23),
                out var birthDate
            )
        );
        return birthDate;
    }
}
