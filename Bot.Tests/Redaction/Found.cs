using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction;

/// <summary>What the engine finds in a text, for tests that look at one thing.</summary>
internal static class Found
{
    /// <summary>The stretches of a category.</summary>
    public static string[] Of(
        string text,
        DataCategory category,
        CategorySet expected = default,
        bool isSaid = false
    )
    {
        var result = In(text, expected, isSaid);
        return
        [
            .. result
                .Spans.ToArray()
                .Where(span => span.Category == category)
                .Select(span => text[span.Start..span.End]),
        ];
    }

    public static RedactionResult In(
        string text,
        CategorySet expected = default,
        bool isSaid = false
    )
    {
        var result = new RedactionResult();
        Engines.Shared.Analyze(
            text,
            new RedactionContext
            {
                Expected = expected,
                Channel = isSaid ? TextChannel.Speech : TextChannel.Typed,
            },
            result
        );
        return result;
    }

    /// <summary>Asserts that this stretch is hidden whole, whatever it was taken for.</summary>
    public static void Hides(string text, string secret, CategorySet expected = default)
    {
        var result = In(text, expected);
        var start = text.IndexOf(secret, StringComparison.Ordinal);
        var covered = new bool[text.Length];
        foreach (var span in result.Spans)
        {
            covered.AsSpan(span.Start, span.Length).Fill(true);
        }

        Assert.That(start, Is.GreaterThanOrEqualTo(0), "the test does not hold what it looks for");
        Assert.That(
            covered.AsSpan(start, secret.Length).IndexOf(false),
            Is.LessThan(0),
            result.Redact(text)
        );
    }
}
