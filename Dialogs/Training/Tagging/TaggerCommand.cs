using System.Diagnostics;
using System.Globalization;
using ChatbotSante.Redaction;
using ChatbotSante.Training.Templates;

namespace ChatbotSante.Training.Tagging;

/// <summary>The commands of the tagger: to train it, and to measure it.</summary>
internal static class TaggerCommand
{
    private const ulong Seed = 20_261_123;
    private const int Messages = 200_000;
    private const int Rounds = 6;

    public static void Train(CommandArguments arguments, TimeProvider clock, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        var messages = arguments.Number("messages", Messages);
        var rounds = arguments.Number("rounds", Rounds);
        var lexicons = PublicLexicons.Read(arguments.Required("lexicons"));
        var path = arguments.Required("out");
        var grammar = TemplateGrammar.Read(Path.Combine(AppContext.BaseDirectory, "grammar"));
        var hidden = arguments.Has("hide") ? HiddenWords.Hidden : HiddenWords.Shown;
        var training = new TaggerTraining(grammar, lexicons, hidden, output);
        var model = training.Train(Seed, messages, rounds, holdsOut: true);
        var report = new HeldOutReport(new Tagger(model), training.HeldOut());
        var figures = report.Write(Seed);
        if (hidden == HiddenWords.Shown && !arguments.Has("quick"))
        {
            output.WriteLine("Now on every template, to be shipped:");
            model = training.Train(Seed, messages, rounds, holdsOut: false);
        }

        using (var file = File.Create(path))
        {
            model.Write(file);
        }

        var templates = grammar.Templates.Distinct().ToList();
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            # The tagger's weights

            Written by `dotnet run -c Release --project Dialogs/Training -- tagger --lexicons FOLDER --out {Path.GetFileName(
                path
            )}`
            on {clock.GetUtcNow():yyyy-MM-dd}, in {watch.Elapsed.TotalMinutes:0.0} minutes. The same grammar, lexicons and seed give the same weights.

            - {templates.Count} templates, of which {templates.Count(template =>
                template.IsClean
            )} hold nothing personal
            - {rounds} rounds of {messages} messages, in seven styles; seed {Seed}
            - {new FileInfo(path).Length / 1024.0 / 1024.0:0.0} MB; {Used(
                model
            ):0} % of the rows in use; {report.MicrosecondsPerToken:0.00} µs a token on the machine that trained it

            ## Measured

            By a first training, without {templates.Count(template =>
                template.IsHeldOut
            )} templates (one in ten), on messages of those; the weights that ship were then trained
            on all. The tagger alone, without the rules. « Leak »: something of what the message holds is under no detection.
            These messages are made by the same grammar as those trained on: the figures tell one training from the next, not how
            patients will write.{(
                hidden == HiddenWords.Hidden
                    ? " One entry in ten of the lists of health was hidden, and is measured on."
                    : ""
            )}

            {figures}
            """
        );
        File.WriteAllText(Path.ChangeExtension(path, ".md"), text);
        output.WriteLine(text);
        if (arguments.Has("failures"))
        {
            foreach (var failure in report.Failures)
            {
                output.WriteLine(failure);
            }
        }
    }

    public static void Measure(CommandArguments arguments, TextWriter output)
    {
        using var file = File.OpenRead(arguments.Required("weights"));
        var tagger = new Tagger(TaggerModel.Read(file));
        output.WriteLine(
            new CorpusMeasure(tagger).Write(
                arguments.Required("corpora"),
                arguments.Number("failures", 0)
            )
        );
    }

    /// <summary>Marks what the tagger finds in the lines of a file.</summary>
    public static void Try(CommandArguments arguments, TextReader input, TextWriter output)
    {
        using var file = File.OpenRead(arguments.Required("weights"));
        var tagger = new Tagger(TaggerModel.Read(file));
        while (input.ReadLine() is { } line)
        {
            output.WriteLine(
                TaggedText.Marked(line, [], TaggedText.Of(tagger, line, CategorySet.None))
            );
        }
    }

    private static double Used(TaggerModel model)
    {
        var rows = model.Rows.Length / TagLabels.Count;
        return 100.0
            * Enumerable
                .Range(0, rows)
                .Count(row => model.Rows[(row * TagLabels.Count) + TagLabels.Unused] != 0)
            / rows;
    }
}
