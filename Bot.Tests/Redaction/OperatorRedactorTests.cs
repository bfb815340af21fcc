using System.Text.RegularExpressions;
using ChatbotSante.Redaction;
using CsCheck;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction;

public sealed class OperatorRedactorTests
{
    private static readonly OperatorRedactor Redactor = new(
        new FailClosedRedactor(Engines.Shared, TimeProvider.System)
    );

    [TestCase(
        "The given key 'Verlier' was not present in the dictionary.",
        "The given key '[REDACTED:7]' was not present in the dictionary."
    )]
    [TestCase("SQLite Error 5: 'database is locked'.", "SQLite Error 5: 'database is locked'.")]
    [TestCase("Connection refused (localhost:5432)", "Connection refused (localhost:[REDACTED:4])")]
    [TestCase(
        "/v3/directline/conversations/k8Qz/activities?watermark=Verlier",
        "/[REDACTED:2]/directline/conversations/[REDACTED:4]/activities?watermark=[REDACTED:7]"
    )]
    [TestCase("System.ObjectDisposedException", "System.ObjectDisposedException")]
    [TestCase(
        "'é' is an invalid start of a value. Path: $.Zéphyrine | LineNumber: 0 | BytePositionInLine: 12.",
        "'[REDACTED:1]' is an invalid start of a value. Path: $.[REDACTED:9] | LineNumber: 0 | BytePositionInLine: 12."
    )]
    [TestCase("[NOM] [REDACTED:12] [TELEPHONE]", "[NOM] [REDACTED:12] [TELEPHONE]")]
    [TestCase("Verlier a 39 zorglubs", "[REDACTED:7] a [REDACTED:11]")]
    [TestCase("error 482913", "error [REDACTED:6]")]
    [TestCase("[REDACTED:063998123]", "[[REDACTED:18]]")]
    [TestCase("", "")]
    public void What_an_operator_may_read_passes(string text, string expected)
    {
        var redacted = Redactor.Redact(text).ToString();

        // What kind of data the classifier recognises is its own affair.
        Assert.That(
            Kinds().Replace(redacted, "[REDACTED]"),
            Is.EqualTo(Kinds().Replace(expected, "[REDACTED]"))
        );
    }

    [Test]
    public void What_is_too_long_is_withheld_whole() =>
        Assert.That(
            Redactor.Redact(new string(' ', OperatorRedactor.MaxLength + 1)).ToString(),
            Is.EqualTo("[REDACTED:4001]")
        );

    /// <summary>Whatever surrounds it, no word beyond the list comes out, nor a number of more digits than an error has.</summary>
    [Test]
    public void No_word_of_a_patient_comes_out_of_any_text()
    {
        string[] words =
        [
            "Verlier",
            "VERLIER",
            "zéphyrine",
            "vertiges",
            "diabète",
            "the",
            "error",
            "Error",
            "063998",
            "12 34",
            "port",
            "[",
            "]",
            "[NOM]",
            "[REDACTED:",
            "\n",
            "\u00A0",
            "'",
            "é",
            "😀",
        ];
        Gen.Int[0, words.Length - 1]
            .Array[0, 12]
            .Select(chosen => string.Concat(chosen.Select(index => words[index])))
            .Where(text => text.Length > 0)
            .Sample(text =>
            {
                var safe = Redactor.Redact(text).ToString();
                Assert.That(
                    safe,
                    Does.Not.Contain("erlier")
                        .IgnoreCase.And.Not.Contains("phyrine")
                        .IgnoreCase.And.Not.Contains("vertige")
                        .And.Not.Contains("diab")
                        .And.Not.Match("[0-9]{6}")
                );
                Assert.That(Redactor.Redact(safe).ToString(), Is.EqualTo(safe), "once is enough");
            });
    }

    [Test]
    public void No_word_of_the_list_is_of_health_for_the_rules()
    {
        using var list = typeof(OperatorRedactor).Assembly.GetManifestResourceStream(
            "OperatorWords.txt"
        )!;
        using var reader = new StreamReader(list);
        var words = reader.ReadToEnd().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

        Assert.That(words, Has.Length.GreaterThan(1000).And.All.Match("^[a-z]{1,24}$"));
        Assert.That(words, Is.Ordered.And.Unique);
        Assert.That(
            words.Where(word =>
                FrenchVocabulary.Shared.Find(word) is { Health: not null, IsWeak: false }
            ),
            Is.Empty,
            "an operator reads listed words whatever a tagger of French makes of English: so none may be a word of health"
        );
    }

    private static Regex Kinds() =>
        new(
            @"\[(REDACTED:[0-9]+|[A-Z_]+)\]",
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );
}
