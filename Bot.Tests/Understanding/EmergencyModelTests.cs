using ChatbotSante.Dialogs.Nlu.Emergencies;
using ChatbotSante.Redaction;
using ChatbotSante.Tests.Dialogs;
using CsCheck;
using NUnit.Framework;

namespace ChatbotSante.Tests.Understanding;

/// <summary>What was learned of emergencies, as it ships. Every sentence here is invented.</summary>
public sealed class EmergencyModelTests
{
    private static readonly EmergencyModel Shipped = EmergencyModel.Load();

    [Test]
    public void Weights_that_are_cut_off_are_refused()
    {
        using var whole = new MemoryStream();
        Shipped.Write(whole);
        var cut = whole.ToArray()[..^1];

        Assert.Throws<InvalidDataException>(() => EmergencyModel.Read(new MemoryStream(cut)));
    }

    [Test]
    public void Weights_of_another_version_are_refused()
    {
        using var whole = new MemoryStream();
        Shipped.Write(whole);
        var other = whole.ToArray();
        other[0]++;

        Assert.Throws<InvalidDataException>(() => EmergencyModel.Read(new MemoryStream(other)));
    }

    [Test]
    public void What_is_written_reads_back_the_same()
    {
        using var whole = new MemoryStream();
        Shipped.Write(whole);
        var again = EmergencyModel.Read(new MemoryStream(whole.ToArray()));
        var text = FoldedText.Of("il est tout pâle et il ne me répond pas");

        Assert.That(again.Score(text), Is.EqualTo(Shipped.Score(text)));
    }

    [Test]
    public void Scoring_allocates_nothing()
    {
        var text = FoldedText.Of("bonjour, depuis ce matin mon voisin cherche son souffle");
        _ = Shipped.Score(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            _ = Shipped.Score(text);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void Probabilities_are_probabilities_whatever_is_said() =>
        Check.Sample(
            Gen.String,
            text =>
            {
                var score = Shipped.Score(FoldedText.Of(text));
                return score
                    is { Danger: >= 0 and <= 1, Now: >= 0 and <= 1, Family: >= 0 and < 12 };
            },
            iter: 5_000
        );

    [Test]
    public void Poor_recognition_never_silences_what_would_be_heard_well() =>
        Check.Sample(
            Gen.Select(Gen.Int[0, Said.Length - 1], Gen.Int[0, Said.Length - 1]),
            (first, second) =>
            {
                var text = FoldedText.Of($"{Said[first]} {Said[second]}");
                return DemonstrationClinic.Emergencies.Detect(text) is null
                    || DemonstrationClinic.Emergencies.Detect(text, EmergencyContext.Heard(0.3))
                        is not null;
            }
        );

    [TestCase("respirai", "respirer")]
    [TestCase("emoragie", "hémorragie")]
    [TestCase("farmacie", "pharmacie")]
    [TestCase("saignent", "saigne")]
    [TestCase("kan", "quand")]
    public void What_sounds_alike_is_one(string written, string meant) =>
        Assert.That(Sound(written), Is.EqualTo(Sound(meant)));

    [TestCase("sang", "sein")]
    [TestCase("mort", "mal")]
    [TestCase("pas", "plus")]
    public void What_sounds_otherwise_is_two(string one, string other) =>
        Assert.That(Sound(one), Is.Not.EqualTo(Sound(other)));

    private static string Sound(string word)
    {
        Span<char> sound = stackalloc char[16];
        return sound[..FrenchSound.Write(FoldedText.FoldWord(word), sound)].ToString();
    }

    private static string[] Said =>
        [
            "je voudrais un rendez-vous",
            "elle respire mal",
            "mon bras est lourd",
            "il est bizarre depuis hier",
            "j'ai mal au genou",
            "je n'ai plus envie de rien",
            "ça coule beaucoup",
            "merci beaucoup",
            "mon fils a avalé quelque chose",
            "c'est à mourir de rire",
            "je vois trouble",
        ];
}
