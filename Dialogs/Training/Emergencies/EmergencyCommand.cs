using System.Diagnostics;
using System.Globalization;
using System.Text;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu.Emergencies;
using ChatbotSante.Redaction;
using ChatbotSante.Training.Templates;

namespace ChatbotSante.Training.Emergencies;

/// <summary>The commands of the learned half of emergency detection: to train it, to measure both halves, to try them.</summary>
internal static class EmergencyCommand
{
    private const ulong Seed = 20_261_128;
    private const int Messages = 60_000;
    private const int HeldOutMessages = 12_000;

    public static void Train(CommandArguments arguments, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        var messages = arguments.Number("messages", Messages);
        var lexicons = PublicLexicons.Read(arguments.Required("lexicons"));
        var path = arguments.Required("out");
        var grammar = TemplateGrammar.Read(
            Path.Combine(AppContext.BaseDirectory, "grammar"),
            Path.Combine(AppContext.BaseDirectory, "emergencies")
        );
        var fillers = new FillerSource(lexicons, ["appeler", "demander", "donner", "garder"]);
        grammar.CheckReferences(fillers.Names);
        var intents = IntentPhrases.Read(
            arguments.Has("phrases")
                ? arguments.Required("phrases")
                : Path.Combine(arguments.Required("content"), "intents", "phrases")
        );
        var wordings = Detector(arguments, EmergencyModel.Untrained());
        EmergencySampler Sampler(Func<Template, bool> keep) =>
            new(
                grammar,
                fillers,
                intents,
                text => wordings.ByWording(FoldedText.Of(text)) is not null,
                keep
            );
        if (!arguments.Has("quick"))
        {
            var partial = EmergencyTraining.Train(
                Sampler(template => !template.IsHeldOut),
                Seed,
                messages
            );
            var heldOut = Sampler(template => template.IsHeldOut);
            output.WriteLine("On templates held out of a first training:");
            output.WriteLine(HeldOut(partial, heldOut));
        }

        var model = EmergencyTraining.Train(Sampler(_ => true), Seed, messages);
        using (var file = File.Create(path))
        {
            model.Write(file);
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{new FileInfo(path).Length / 1024} KB in {watch.Elapsed.TotalMinutes:0.0} minutes, {messages} messages, seed {Seed}."
            )
        );
    }

    public static void Measure(CommandArguments arguments, TextWriter output)
    {
        var report = new EmergencyMeasure(Detector(arguments), arguments.Required("corpora")).Write(
            arguments.Has("failures")
        );
        if (arguments.Has("failures"))
        {
            output.WriteLine(report);
            return;
        }

        File.WriteAllText(
            arguments.Required("out"),
            $"""
            # Emergencies: what is found, and what is not taken for one

            Written by `dotnet run -c Release --project Dialogs/Training -- emergencies-measure --content Dialogs/Content/fr-FR
            --weights Dialogs/Nlu/Emergencies/emergencies.bin --corpora Bot.Tests/Corpora --out Bot.Tests/Proofs/emergencies.md`. Every sentence is
            invented. Odd lines were read when they failed, in the first rounds of work, and wordings and training phrases were then written
            for their kind, at times close to them: their figures flatter. Of even lines and of `emergencies-held-out.tsv` nobody read a
            sentence, but their figures were looked at several times while weights and thresholds were chosen, so these flatter a little
            too. In the last round no line of any set was read, what was added to the training phrases was written without them, and
            figures were looked at three times. The examples of the care protocol (its section 7) and of the tests of the detector are in the
            training phrases (`protocol.grammar`) or near them: those tests are no measure.
            `emergencies-seen.tsv` was read. In brackets: Wilson's interval, 95 %.

            {report}
            """
        );
        output.WriteLine(report);
    }

    /// <summary>Says what becomes of each line of a file.</summary>
    public static void Try(CommandArguments arguments, TextReader input, TextWriter output)
    {
        var detector = Detector(arguments);
        while (input.ReadLine() is { } line)
        {
            var text = FoldedText.Of(line);
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{detector.Detect(text)} ← {detector.ByWording(text)} {detector.ByLearning(text)}: {line}"
                )
            );
        }
    }

    private static EmergencyDetector Detector(CommandArguments arguments)
    {
        using var weights = File.OpenRead(arguments.Required("weights"));
        return Detector(arguments, EmergencyModel.Read(weights));
    }

    private static EmergencyDetector Detector(CommandArguments arguments, EmergencyModel model)
    {
        var content = arguments.Required("content");
        return new EmergencyDetector(
            ContentReader.Emergencies(
                "urgences.yml",
                File.ReadAllText(Path.Combine(content, "lexicon", "urgences.yml"))
            ),
            ContentReader.Spelling(
                "orthographe.yml",
                File.ReadAllText(Path.Combine(content, "lexicon", "orthographe.yml"))
            ),
            model
        );
    }

    private static string HeldOut(EmergencyModel model, EmergencySampler sampler)
    {
        var random = new SeededRandom(Seed + 1);
        var scored = Enumerable
            .Range(0, HeldOutMessages)
            .Select(_ => sampler.Next(random))
            .Select(message => (message.Meaning, Score: model.Score(FoldedText.Of(message.Text))))
            .ToArray();
        var text = new StringBuilder();
        foreach (
            var least in new[] { 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95 }
        )
        {
            string Above(Func<int, bool> which)
            {
                var those = scored.Where(one => which(one.Meaning)).ToArray();
                return new Share(
                    those.Count(one => one.Score.Danger >= least),
                    those.Length
                ).ToString();
            }

            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"danger at least {least}: emergencies {Above(meaning => meaning >= EmergencyModel.FirstFamily)}; to be asked {Above(meaning => meaning == EmergencyModel.Question)}; silent {Above(meaning => meaning == EmergencyModel.Silence)}"
            );
        }

        foreach (var least in new[] { 0.8, 0.9, 0.95, 0.98, 0.99 })
        {
            string Above(Func<int, bool> which)
            {
                var those = scored.Where(one => which(one.Meaning)).ToArray();
                return new Share(
                    those.Count(one => one.Score.Now >= least),
                    those.Length
                ).ToString();
            }

            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"here and now at least {least}: emergencies {Above(meaning => meaning >= EmergencyModel.FirstFamily)}; to be asked {Above(meaning => meaning == EmergencyModel.Question)}; silent {Above(meaning => meaning == EmergencyModel.Silence)}"
            );
        }

        // How far the probability can be believed: what was said of a danger of so much, and how often there was one.
        foreach (
            var bin in scored
                .GroupBy(one => Math.Min(9, (int)(one.Score.Danger * 10)))
                .OrderBy(bin => bin.Key)
        )
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"said {bin.Average(one => one.Score.Danger):0.00}, was {new Share(bin.Count(one => one.Meaning != EmergencyModel.Silence), bin.Count())}"
            );
        }

        return text.ToString();
    }
}
