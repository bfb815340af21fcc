using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction;

public sealed class CleanListTests
{
    private static readonly RedactionEngine Engine = RedactionEngine.Create(
        CleanList.Of("02 61 91 10 00", "contact@lilas.example", "12 rue des Lilas, 37000 Tours")
    );

    [TestCase("appelez le 02.61.91.10.00")]
    [TestCase("écrivez à contact@lilas.example")]
    [TestCase("venez au 12 rue des lilas 37000 tours")]
    public void What_the_clinic_tells_everybody_is_not_hidden(string text) =>
        Assert.That(Engine.Classify(FoldedText.Of(text), CategorySet.None).Detections, Is.Empty);

    [TestCase("02 61 91 10 01")]
    [TestCase("02 61 91 10 00 ou 06 39 98 12 34")]
    public void Another_number_is(string text) =>
        Assert.That(
            Engine.Classify(FoldedText.Of(text), CategorySet.None).Detections,
            Is.Not.Empty
        );
}
