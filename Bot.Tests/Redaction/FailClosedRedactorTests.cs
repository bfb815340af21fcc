using System.Globalization;
using ChatbotSante.Redaction;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction;

public sealed class FailClosedRedactorTests
{
    private readonly FakeTimeProvider _machine = new();

    [Test]
    public void What_is_found_is_replaced()
    {
        ITextRedactor redactor = new FailClosedRedactor(Engines.Shared, _machine);

        Assert.That(
            redactor.Redact(new PatientText("appelez-moi au 06 39 98 12 34 svp")).ToString(),
            Is.EqualTo("appelez-moi au [TELEPHONE] svp")
        );
    }

    [Test]
    public void Nothing_of_overlapping_spans_is_left() =>
        Assert.That(
            Redact(
                "abcdefgh",
                new Detection(4, 3, DataCategory.Name, Confidence.Likely),
                new Detection(1, 5, DataCategory.Phone, Confidence.Likely),
                new Detection(2, 1, DataCategory.Email, Confidence.Likely)
            ),
            Is.EqualTo("a[TELEPHONE]h")
        );

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(FailClosedRedactor.MaxLength)]
    public void A_clean_text_passes(int length) =>
        Assert.That(Redact(new string('a', length)), Has.Length.EqualTo(length));

    [Test]
    public void What_the_classifier_could_not_see_does_not_pass()
    {
        var text = new string('a', FailClosedRedactor.MaxLength + 1);

        Assert.That(Redact(text), Is.EqualTo(Withheld(text)));
    }

    [Test]
    public void A_classifier_that_throws_lets_nothing_pass()
    {
        var redactor = new FailClosedRedactor(
            new FixedClassifier(text => throw new InvalidOperationException(text.Original)),
            _machine
        );

        Assert.That(redactor.Redact("Gaston Verlier").ToString(), Is.EqualTo("[REDACTED:14]"));
    }

    [TestCase(-1, 2)]
    [TestCase(0, 0)]
    [TestCase(3, 2)]
    [TestCase(9, 1)]
    [TestCase(1, int.MaxValue)]
    public void A_span_outside_the_text_lets_nothing_pass(int start, int length) =>
        Assert.That(
            Redact("abcd", new Detection(start, length, DataCategory.Name, Confidence.Likely)),
            Is.EqualTo("[REDACTED:4]")
        );

    [Test]
    public void A_category_without_a_placeholder_lets_nothing_pass() =>
        Assert.That(
            Redact("abcd", new Detection(0, 2, (DataCategory)63, Confidence.Likely)),
            Is.EqualTo("[REDACTED:4]")
        );

    [Test]
    public void A_classifier_that_is_late_lets_nothing_pass_and_is_left_alone_for_a_while()
    {
        var lateness = FailClosedRedactor.Budget + TimeSpan.FromMilliseconds(1);
        var classifier = new FixedClassifier(_ =>
        {
            _machine.Advance(lateness);
            return [];
        });
        var redactor = new FailClosedRedactor(classifier, _machine);

        Assert.That(redactor.Redact("abcd").ToString(), Is.EqualTo("[REDACTED:4]"));

        lateness = TimeSpan.Zero;
        Assert.That(redactor.Redact("abcde").ToString(), Is.EqualTo("[REDACTED:5]"));
        Assert.That(classifier.Calls, Is.EqualTo(1), "nobody waits for it meanwhile");

        _machine.Advance(FailClosedRedactor.Rest);
        Assert.That(redactor.Redact("abcde").ToString(), Is.EqualTo("abcde"));
    }

    private string Redact(string text, params Detection[] found) =>
        new FailClosedRedactor(new FixedClassifier(_ => found), _machine).Redact(text).ToString();

    private static string Withheld(string text) =>
        string.Create(CultureInfo.InvariantCulture, $"[REDACTED:{text.Length}]");
}
