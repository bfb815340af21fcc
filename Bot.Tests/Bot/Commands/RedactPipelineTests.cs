using System.Text;
using System.Text.Json;
using ChatbotSante.Bot.Commands.Redact;
using ChatbotSante.Tests.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Commands;

/// <summary>What <c>ChatbotSante redact</c> makes of a stream.</summary>
public sealed class RedactPipelineTests
{
    private static readonly int[] BlockSizes = [1, 7, 64, 1000, RedactPipeline.BlockBytes];

    [Test]
    public async Task A_message_gives_its_redacted_text_its_spans_and_its_classes()
    {
        var (output, counts) = await RunAsync(
            """
            {"id":"a-1","text":"Vous êtes ouverts le samedi ?"}
            {"id":17,"text":"Mon numéro est le 06 39 98 12 34.","other":"Jeanne Mercier"}

            """
        );

        Assert.That(
            output,
            Is.EqualTo(
                """
                {"id":"a-1","redacted":"Vous êtes ouverts le samedi ?","spans":[],"identity":false,"health":false,"degree":"S0"}
                {"id":17,"redacted":"Mon numéro est le [TELEPHONE].","spans":[{"start":18,"end":32,"category":"PHONE","confidence":"likely"}],"identity":true,"health":false,"degree":"S1"}

                """
            )
        );
        Assert.That(
            counts,
            Is.EqualTo(new RedactCounts(Bytes: 132, Lines: 2, Refused: 0, FirstRefused: 0))
        );
    }

    [Test]
    public async Task What_was_asked_tells_what_an_answer_is()
    {
        var (output, _) = await RunAsync(
            """
            {"id":1,"text":"Rose","question":"Quel est votre nom ?"}
            {"id":2,"text":"Rose","question":"NAME, PHONE"}
            {"id":3,"text":"Rose","question":["NAME"]}

            """
        );

        Assert.That(
            Lines(output).Select(line => line.GetProperty("redacted").GetString()),
            Is.EqualTo(new[] { "[NOM]", "[NOM]", "[NOM]" })
        );
    }

    [Test]
    public async Task Offsets_count_code_units_of_the_text_as_it_was_given()
    {
        var (output, _) = await RunAsync(
            """
            {"id":1,"text":"\ud83d\ude4f merci, jeanne@exemple.fr\n\u00e0 vous"}

            """
        );
        var span = Lines(output).Single().GetProperty("spans")[0];

        Assert.That(
            (span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32()),
            Is.EqualTo((10, 27))
        );
    }

    [TestCase("bonjour", "the line is not JSON in UTF-8")]
    [TestCase("[1]", "the line is not a JSON object")]
    [TestCase("""{"id":1}""", "\"text\" must be a string")]
    [TestCase("""{"id":1,"text":null}""", "\"text\" must be a string")]
    [TestCase("""{"id":{"a":1},"text":"a"}""", "\"id\" must be a string or a number")]
    [TestCase(
        """{"id":1,"text":"a","question":4}""",
        "\"question\" must be a string or a list of strings"
    )]
    [TestCase("""{"id":1,"text":"\ud83d seul"}""", "a string of the line is not valid Unicode")]
    [TestCase("""{"id":"\udc00","text":"a"}""", "a string of the line is not valid Unicode")]
    [TestCase(
        """{"id":1,"text":"a","question":"\udc00"}""",
        "a string of the line is not valid Unicode"
    )]
    public async Task A_line_that_cannot_be_read_is_named_and_not_quoted(string line, string error)
    {
        var (output, counts) = await RunAsync(
            $"{{\"id\":0,\"text\":\"a\"}}\n{line}\n{{\"id\":2,\"text\":\"b\"}}\n"
        );
        var lines = Lines(output).ToArray();

        Assert.That(lines, Has.Length.EqualTo(3));
        Assert.That(
            lines[1].GetRawText(),
            Is.EqualTo(
                JsonSerializer
                    .Serialize(new { line = 2, error })
                    .Replace("\\u0022", "\\\"", StringComparison.Ordinal)
            )
        );
        Assert.That(lines[2].GetProperty("id").GetInt32(), Is.EqualTo(2));
        Assert.That((counts.Refused, counts.FirstRefused), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task Bytes_that_are_no_UTF_8_are_refused()
    {
        byte[] line = [.. """{"id":1,"text":"Jeanne """u8, 0xC3, 0x28, .. "\"}\n"u8];

        var (output, counts) = await RunAsync(line, isText: false);

        Assert.That(output, Does.Contain("error").And.Not.Contain("Jeanne"));
        Assert.That(counts.Refused, Is.EqualTo(1));
    }

    [Test]
    public async Task Every_message_comes_back_once_in_its_order_whatever_the_blocks()
    {
        var input = string.Concat(
            Enumerable
                .Range(0, 2000)
                .Select(i =>
                    $"{{\"id\":{i},\"text\":\"{new string('a', i % 90)} rappelez le 06 39 98 12 34\"}}{(i % 3 == 0 ? "\r\n" : "\n")}"
                )
        );
        var outputs = new List<string>();
        foreach (var size in BlockSizes)
        {
            outputs.Add(
                (await RunAsync(Encoding.UTF8.GetBytes(input), isText: false, size)).Output
            );
        }

        Assert.That(outputs.Distinct(StringComparer.Ordinal).Count(), Is.EqualTo(1));
        Assert.That(
            Lines(outputs[0]).Select(line => line.GetProperty("id").GetInt32()),
            Is.EqualTo(Enumerable.Range(0, 2000))
        );
    }

    [Test]
    public async Task A_line_too_long_to_be_held_is_refused_and_the_next_ones_are_read()
    {
        var input =
            $"{{\"id\":1,\"text\":\"{new string('a', RedactPipeline.MaxLineBytes)}\"}}\n{{\"id\":2,\"text\":\"b\"}}\n";

        var (output, counts) = await RunAsync(input);

        Assert.That(
            output,
            Does.StartWith("{\"line\":1,\"error\":\"the line is longer than 16 MiB\"}\n{\"id\":2,")
        );
        Assert.That(
            counts,
            Is.EqualTo(new RedactCounts(Encoding.UTF8.GetByteCount(input), 2, 1, 1))
        );
    }

    [Test]
    public async Task Plain_text_keeps_its_lines()
    {
        byte[] input =
        [
            0xEF,
            0xBB,
            0xBF,
            .. "Rappelez le 06 39 98 12 34 svp.\r\n\r\nOuvert le samedi ?\n"u8,
            0xFF,
            .. "\nfin"u8,
        ];

        var (output, counts) = await RunAsync(input, isText: true);

        Assert.That(
            output,
            Is.EqualTo(
                "Rappelez le [TELEPHONE] svp.\n\nOuvert le samedi ?\n[LIGNE ILLISIBLE 4]\nfin\n"
            )
        );
        Assert.That((counts.Lines, counts.Refused, counts.FirstRefused), Is.EqualTo((5, 1, 4)));
    }

    [Test]
    public async Task Nothing_gives_nothing()
    {
        var (output, counts) = await RunAsync("");

        Assert.That(output, Is.Empty);
        Assert.That(counts, Is.EqualTo(default(RedactCounts)));
    }

    [Test]
    public async Task An_input_that_breaks_off_is_told()
    {
        var pipeline = new RedactPipeline(
            new TextLineRedactor(Engines.Shared),
            RedactPipeline.BlockBytes
        );

        await Assert.ThrowsAsync<IOException>(() =>
            pipeline.RunAsync(new BrokenStream(), new MemoryStream(), CancellationToken.None)
        );
    }

    [TestCase(null, "5 MB, 2 lines, 2.5 MB/s")]
    [TestCase(10_000_000L, "5 MB of 10 (50 %), 2 lines, 2.5 MB/s")]
    public void Progress_says_how_far_and_how_fast(long? length, string said) =>
        Assert.That(
            new RedactProgress(TimeProvider.System, length).Line(
                new RedactCounts(5_000_000, 2, 0, 0),
                TimeSpan.FromSeconds(2)
            ),
            Is.EqualTo(said)
        );

    private static IEnumerable<JsonElement> Lines(string output) =>
        output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement);

    private static Task<(string Output, RedactCounts Counts)> RunAsync(string input) =>
        RunAsync(Encoding.UTF8.GetBytes(input.ReplaceLineEndings("\n")), isText: false);

    private static async Task<(string Output, RedactCounts Counts)> RunAsync(
        byte[] input,
        bool isText,
        int blockBytes = RedactPipeline.BlockBytes
    )
    {
        ILineRedactor redactor = isText
            ? new TextLineRedactor(Engines.Shared)
            : new JsonLineRedactor(Engines.Shared);
        using var output = new MemoryStream();
        var counts = await new RedactPipeline(redactor, blockBytes).RunAsync(
            new MemoryStream(input),
            output,
            CancellationToken.None
        );
        return (Encoding.UTF8.GetString(output.ToArray()), counts);
    }
}
