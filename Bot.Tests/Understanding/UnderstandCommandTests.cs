using System.Text.Json;
using ChatbotSante.Bot.Commands.Understand;
using ChatbotSante.Tests.Dialogs;
using NUnit.Framework;

namespace ChatbotSante.Tests.Understanding;

public class UnderstandCommandTests
{
    private static readonly SentenceUnderstander Understander = new(DemonstrationClinic.Clinic);
    private static readonly DateTime Now = new(2026, 11, 23, 9, 0, 0);

    [TestCase("quels sont vos horaires d'ouverture ?", "info.hours", null)]
    [TestCase("je voudrais annuler mon rendez-vous de jeudi", "appointment.cancel", null)]
    [TestCase("j'étouffe, je n'arrive plus à respirer", "emergency", "now")]
    public void A_sentence_is_written_with_its_intent(
        string words,
        string intent,
        string? emergency
    )
    {
        var written = Written(
            $$"""{"text":{{JsonSerializer.Serialize(words)}},"channel":"chat"}"""
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(written.GetProperty("intent").GetString(), Is.EqualTo(intent));
            Assert.That(written.GetProperty("emergency").GetString(), Is.EqualTo(emergency));
            Assert.That(written.GetProperty("intents")[0].GetString(), Is.EqualTo(intent));
            Assert.That(written.GetProperty("score").GetDouble(), Is.InRange(0, 1));
        }
    }

    [Test]
    public void The_three_truths_of_a_request_are_always_there()
    {
        var slots = Written("""{"text":"un rendez-vous pour ma mère chez le cardiologue"}""")
            .GetProperty("slots");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(slots.GetProperty("specialty").GetString(), Is.EqualTo("cardiologie"));
            Assert.That(slots.GetProperty("for_other").GetBoolean());
            Assert.That(slots.GetProperty("reason_present").GetBoolean(), Is.False);
            Assert.That(slots.TryGetProperty("correction", out _));
        }
    }

    [TestCase("nothing")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{"text":3}""")]
    [TestCase("""{"text":"bonjour","channel":"fax"}""")]
    [TestCase("""{"text":"bonjour","ref":"hier"}""")]
    public void A_line_that_cannot_be_read_is_refused_without_being_quoted(string line)
    {
        var sentence = Sentence.Read(line, out var refusal);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sentence, Is.Null);
            Assert.That(refusal, Is.Not.Null.And.Not.Contains("bonjour"));
        }
    }

    private static JsonElement Written(string line)
    {
        using var output = new MemoryStream();
        var (heard, slots) = Understander.Understand(Sentence.Read(line, out _)!, Now);
        UnderstandingWriter.Write(output, heard, slots);
        return JsonDocument.Parse(output.ToArray()).RootElement.Clone();
    }
}
