using ChatbotSante.Redaction;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction;

/// <summary>The code in the library's README: compiled here, and the same there.</summary>
public sealed class ReadmeTests
{
    [Test]
    public void The_code_of_the_readme_does_what_it_says()
    {
        var written = new List<string>();

        // <readme>
        var engine = RedactionEngine.Create(); // once; every thread may use it
        var result = new RedactionResult(); // one a thread; used again and again
        var message =
            "Jeanne Mercier, née le 12 mars 48, zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre";
        engine.Analyze(message, default, result);
        foreach (var span in result.Spans)
        {
            written.Add(
                $"{DataCategories.CodeOf(span.Category)} {span.Start}-{span.End} {span.Confidence}"
            );
        }

        written.Add($"{result.Degree}: {result.Redact(message)}");
        // </readme>

        Assert.That(written[^1], Is.EqualTo("S1: [NOM], née le [DATE_NAISSANCE], [TELEPHONE]"));
    }

    [Test]
    public void The_readme_shows_this_code()
    {
        var source = File.ReadAllText(Checkout.PathOf("Bot.Tests/Redaction/ReadmeTests.cs"));
        var start = source.IndexOf("// <readme>", StringComparison.Ordinal) + "// <readme>".Length;
        var end = source.IndexOf("// </readme>", StringComparison.Ordinal);
        var readme = Words(File.ReadAllText(Checkout.PathOf("Dialogs/Redaction/README.md")));

        Assert.That(readme, Does.Contain(Words(source[start..end])));
    }

    /// <summary>Layout is the formatter's affair.</summary>
    private static string Words(string code) =>
        string.Concat(code.Where(c => !char.IsWhiteSpace(c)));
}
