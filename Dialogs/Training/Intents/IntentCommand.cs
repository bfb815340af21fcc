using System.Diagnostics;
using System.Globalization;
using System.Text;
using ChatbotSante.Dialogs.Nlu.Intents;

namespace ChatbotSante.Training.Intents;

/// <summary>The command that trains the classifier of intents.</summary>
internal static class IntentCommand
{
    /// <summary>Wrong guesses that may be taken for understood, as a share of those that are.</summary>
    private const double Tolerated = 0.03;

    public static void Train(CommandArguments arguments, TimeProvider clock, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        var content = arguments.Required("content");
        var path = arguments.Required("out");
        var read = new IntentContent(content);
        var book = read.Phrases;
        var defaults = new IntentTrainingOptions();
        var training = new IntentTraining(book, read.Wordings, output)
        {
            Options = new IntentTrainingOptions
            {
                PerLabel = arguments.Number("samples", defaults.PerLabel),
                Rounds = arguments.Number("rounds", defaults.Rounds),
                L2 = arguments.Number("l2", (int)Math.Round(defaults.L2 * 1e7)) / 1e7f,
            },
        };
        var learned = training.Train();
        var corpus = LabelledSentence
            .Read(arguments.Required("corpus"))
            .Where(sentence => !sentence.IsHeldOut);
        var apart = training.Said(learned, corpus);
        var temperature = Calibration.Temperature(apart);
        var sure = Guesses(apart, temperature);
        var threshold = Threshold(sure);
        var model = IntentExport.Export(learned, book.Labels, temperature, threshold);
        using (var file = File.Create(path))
        {
            model.Write(file);
        }

        var report = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            # The intents' weights

            Written by `dotnet run -c Release --project Dialogs/Training -- intents --content Dialogs/Content/fr-FR --corpus
            Bot.Tests/Corpora/understanding/intents.tsv --out Dialogs/Nlu/Intents/{Path.GetFileName(
                path
            )}` on {clock.GetUtcNow():yyyy-MM-dd}. The same phrases and
            wordings give the same weights.

            - {book.Phrases.Count} lines of phrases, {book.Labels.Count} labels, {training.Options.PerLabel} things said of each, {training.Options.Rounds} rounds
            - {learned.Index.Count} features; {new FileInfo(path).Length / 1024.0 / 1024.0:0.0} MB
            - calibrated on the development sentences, which are never learned from: temperature {temperature:0.000}; at the threshold of
              {threshold:0.00}, {Percent(
                sure.Count(guess => guess.Probability >= threshold),
                sure.Count
            )} of them are taken for understood, {Percent(
                sure.Count(guess => guess.Probability >= threshold && guess.IsRight),
                sure.Count(guess => guess.Probability >= threshold)
            )} of those rightly
            """
        );
        if (!arguments.Has("quick"))
        {
            var said = training.CrossValidate();
            var guesses = Guesses(said, Calibration.Temperature(said));
            report += string.Create(
                CultureInfo.InvariantCulture,
                $"""


                ## Cross-validated

                Four parts; what is said of one line is never both learned from and measured on. These phrases are by the same hand: the
                figures tell one training from the next; `intents-measure` measures on sentences written apart.

                - {guesses.Count} things said, {Percent(
                    guesses.Count(guess => guess.IsRight),
                    guesses.Count
                )} right
                - calibration error (ten bins): {100 * Calibration.Error(guesses):0.0} points

                ## What is most often taken for something else

                {Confusions(said, book)}
                """
            );
        }

        File.WriteAllText(Path.ChangeExtension(path, ".md"), report + "\n");
        output.WriteLine(report);
        output.WriteLine($"{watch.Elapsed.TotalSeconds:0} s");
    }

    private static List<(float Probability, bool IsRight)> Guesses(
        List<(float[] Odds, int Label)> said,
        float temperature
    ) =>
        said.ConvertAll(one =>
        {
            var best = IntentTraining.BestOf(one.Odds);
            return (Calibration.Softmax(one.Odds, temperature)[best], best == one.Label);
        });

    /// <summary>Measures weights on a corpus written apart; failures are shown of its odd lines only.</summary>
    public static void Measure(CommandArguments arguments, TextWriter output)
    {
        using var file = File.OpenRead(arguments.Required("weights"));
        var content = new IntentContent(arguments.Required("content"));
        var corpus = LabelledSentence.Read(arguments.Required("corpus"));
        var (report, failures) = new IntentMeasure(
            content,
            new IntentClassifier(IntentModel.Read(file)),
            corpus
        ).Write();
        output.WriteLine(report);
        if (arguments.Has("failures"))
        {
            foreach (var failure in failures)
            {
                output.WriteLine(failure);
            }
        }
    }

    /// <summary>The lowest probability from which on so few are wrong.</summary>
    private static float Threshold(List<(float Probability, bool IsRight)> guesses)
    {
        var (wrong, taken, threshold) = (0, 0, 0.9f);
        foreach (
            var (probability, isRight) in guesses.OrderByDescending(guess => guess.Probability)
        )
        {
            taken++;
            wrong += isRight ? 0 : 1;
            if (wrong <= Tolerated * taken)
            {
                threshold = probability;
            }
        }

        return threshold;
    }

    private static string Confusions(List<(float[] Odds, int Label)> said, PhraseBook book)
    {
        var lines = new StringBuilder("| said | taken for | times |\n| --- | --- | --- |\n");
        foreach (
            var pair in said.Select(one => (one.Label, Best: IntentTraining.BestOf(one.Odds)))
                .Where(one => one.Best != one.Label)
                .GroupBy(one => one)
                .OrderByDescending(pair => pair.Count())
                .ThenBy(pair => pair.Key)
                .Take(15)
        )
        {
            lines.Append(
                CultureInfo.InvariantCulture,
                $"| {book.Labels[pair.Key.Label]} | {book.Labels[pair.Key.Best]} | {pair.Count()} |\n"
            );
        }

        return lines.ToString().TrimEnd();
    }

    private static string Percent(int part, int whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / Math.Max(1, whole):0.0} %");
}
