using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Intents;
using ChatbotSante.Redaction;
using ChatbotSante.Tests.Dialogs;
using ChatbotSante.Tests.Support;
using ChatbotSante.Training.Intents;
using CsCheck;
using NUnit.Framework;

namespace ChatbotSante.Tests.Understanding;

public class IntentClassifierTests
{
    private const double LeastRight = 0.86;

    private static readonly IntentClassifier Classifier = IntentClassifier.Create();

    [Test]
    public void The_probabilities_of_all_labels_are_one_together() =>
        Gen.String.Sample(words =>
        {
            var text = FoldedText.Of(words);
            var odds = new float[IntentModel.Lanes - 1];
            Classifier.Odds(text, 0, text.Tokens.Length, odds);
            return odds.All(one => one is >= 0 and <= 1) && Math.Abs(odds.Sum() - 1) < 1e-3;
        });

    [Test]
    public void Whatever_is_said_is_read_and_its_label_is_among_all_that_is_asked() =>
        Gen.String.Sample(words =>
        {
            var verdict = Read(words);
            return verdict.Labels.Contains(verdict.Label, StringComparer.Ordinal)
                && IntentLabels.IsKnown(verdict.Label)
                && verdict.Labels.Distinct(StringComparer.Ordinal).Count() == verdict.Labels.Length;
        });

    [Test]
    public void Damaged_weights_are_refused()
    {
        var written = Written();
        written[written.Length / 2] ^= 1;

        Assert.That(
            () => IntentModel.Read(new MemoryStream(written)),
            Throws.TypeOf<InvalidDataException>()
        );
    }

    [Test]
    public void Weights_cut_short_are_refused() =>
        Assert.That(
            () => IntentModel.Read(new MemoryStream(Written()[..1000])),
            Throws.TypeOf<InvalidDataException>()
        );

    [Test]
    public void Weights_written_are_read_back()
    {
        var model = IntentModel.Read(new MemoryStream(Written()));

        Assert.That(new IntentClassifier(model).Threshold, Is.EqualTo(Classifier.Threshold));
    }

    [Test]
    public void Understanding_a_part_of_a_message_allocates_nothing()
    {
        var text = FoldedText.Of("bonjour je voudrais un rendez vous avec le cardiologue jeudi");
        var best = new IntentGuess[2];
        Classifier.Classify(text, 0, text.Tokens.Length, best);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++)
        {
            Classifier.Classify(text, 0, text.Tokens.Length, best);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [TestCase(
        "quels sont vos horaires ? et est-ce qu'il y a un parking ?",
        "info.hours",
        "info.access"
    )]
    [TestCase(
        "je voudrais déplacer mon rendez-vous de mardi et avoir le prix de la consultation",
        "appointment.change",
        "info.costs"
    )]
    public void Several_requests_are_all_found_in_order(string words, params string[] labels) =>
        Assert.That(Read(words).Labels, Is.EqualTo(labels));

    /// <summary>What was measured when the weights were made, less a margin: they are trained again as phrases are added.</summary>
    [Test]
    public void Sentences_written_apart_are_understood_as_often_as_was_measured()
    {
        var corpus = LabelledSentence.Read(
            Checkout.PathOf("Bot.Tests/Corpora/understanding/intents.tsv")
        );

        var right = corpus.Count(sentence =>
            (
                DemonstrationClinic.Emergencies.Detect(FoldedText.Of(sentence.Text))
                    is { IsClear: true }
                    ? IntentLabels.Emergency
                    : Read(sentence.Text).Label
            ) == sentence.Label
        );

        Assert.That((double)right / corpus.Count, Is.GreaterThan(LeastRight));
    }

    private static byte[] Written()
    {
        using var stream = new MemoryStream();
        using var weights = File.OpenRead(Checkout.PathOf("Dialogs/Nlu/Intents/intents.bin"));
        IntentModel.Read(weights).Write(stream);
        return stream.ToArray();
    }

    private static IntentVerdict Read(string words)
    {
        var written = DemonstrationClinic.Intents.Corrected(FoldedText.Of(words));
        return DemonstrationClinic.Reader.Read(
            written,
            DemonstrationClinic.Intents.ReadCorrected(written)
        );
    }
}
