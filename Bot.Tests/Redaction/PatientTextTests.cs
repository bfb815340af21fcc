using System.Globalization;
using System.Text.Json;
using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction;

public sealed class PatientTextTests
{
    private const string Words = "j'ai mal, appelez Gaston Verlier";
    private readonly PatientText _text = new(Words);

    [Test]
    public void It_prints_masked_however_it_is_printed()
    {
        var printed = new[]
        {
            _text.ToString(),
            $"{_text}",
            string.Create(CultureInfo.InvariantCulture, $"{_text, 20}"),
            string.Concat("", _text),
            string.Format(CultureInfo.InvariantCulture, "{0}", _text),
            new Activity { Type = "message", Text = _text }.ToString(),
            FoldedText.Of(Words).ToString(),
        };

        Assert.That(printed, Has.All.Contains(PatientText.Mask).And.All.Not.Contains("Verlier"));
    }

    [Test]
    public void It_gives_itself_away_in_one_place() =>
        Assert.That(_text.Reveal(), Is.EqualTo(Words));

    [Test]
    public void It_is_not_written_as_json() =>
        Assert.That(
            () => JsonSerializer.Serialize(_text),
            Throws.InstanceOf<NotSupportedException>()
        );

    [Test]
    public void It_is_not_read_from_json() =>
        Assert.That(
            () => JsonSerializer.Deserialize<PatientText>("\"Gaston\""),
            Throws.InstanceOf<NotSupportedException>()
        );

    [Test]
    public void It_is_not_written_inside_another_type() =>
        Assert.That(
            () => JsonSerializer.Serialize(new Holder(_text, [_text])),
            Throws.InstanceOf<NotSupportedException>()
        );

    [Test]
    public void It_is_not_read_inside_another_type() =>
        Assert.That(
            () => JsonSerializer.Deserialize<Holder>("""{"Text":"Gaston","Texts":[]}"""),
            Throws.InstanceOf<NotSupportedException>()
        );

    [Test]
    public void An_activity_reads_it_and_never_writes_it()
    {
        var activity = JsonSerializer.Deserialize(
            """{"type":"message","text":"Gaston"}"""u8,
            ActivityJson.Default.Activity
        )!;

        Assert.That(activity.Text!.Reveal(), Is.EqualTo("Gaston"));
        Assert.That(
            () => JsonSerializer.Serialize(activity, ActivityJson.Default.Activity),
            Throws.InstanceOf<NotSupportedException>()
        );
    }

    [TestCase("null")]
    [TestCase("12")]
    [TestCase("true")]
    [TestCase("[1]", false)]
    [TestCase("{\"a\":1}", false)]
    public void An_activity_whose_text_is_no_text_has_none_or_is_refused(
        string text,
        bool isRead = true
    )
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes($$"""{"type":"message","text":{{text}}}""");

        Assert.That(ActivityReader.TryRead(bytes, out var activity), Is.EqualTo(isRead));
        Assert.That(activity?.Text, Is.Null);
    }

    private sealed record Holder(PatientText Text, IReadOnlyList<PatientText> Texts);
}
