using System.Diagnostics;
using System.Globalization;
using System.Text;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Intents;
using ChatbotSante.Redaction;
using ChatbotSante.Training.Rendering;
using ChatbotSante.Training.Templates;

namespace ChatbotSante.Training.Intents;

/// <summary>Measures what the bot takes sentences for that were written apart from its phrases.</summary>
internal sealed class IntentMeasure(
    IntentContent content,
    IntentClassifier classifier,
    IReadOnlyList<LabelledSentence> corpus
)
{
    private const ulong Seed = 20_261_125;
    private const int Repeats = 200;

    private static readonly (string Name, MessageStyle? Style)[] Conditions =
    [
        ("as written", null),
        ("without accents", MessageStyle.NoAccents),
        ("without punctuation", MessageStyle.NoPunctuation),
        ("SMS, typing errors", MessageStyle.Sms),
        ("speech, homophones, hesitations", MessageStyle.Speech),
    ];

    private readonly IntentReader _reader = new(classifier);

    /// <summary>The figures, and the sentences in development that were taken for something else.</summary>
    public (string Report, IReadOnlyList<string> Failures) Write()
    {
        var report = new StringBuilder();
        var plain = corpus
            .Select(sentence => (Sentence: sentence, Guess: Guess(sentence.Text)))
            .ToList();
        report
            .AppendLine("| | sentences | right | macro-F1 | calibration error |")
            .AppendLine("| --- | --- | --- | --- | --- |");
        foreach (
            var (name, part) in new (string, Func<LabelledSentence, bool>)[]
            {
                ("all", _ => true),
                ("development", one => !one.IsHeldOut),
                ("held out", one => one.IsHeldOut),
                ("chat", one => one.Channel == "chat"),
                ("voice", one => one.Channel != "chat"),
            }
        )
        {
            var some = plain.FindAll(one => part(one.Sentence));
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {name} | {some.Count} | {Percent(some.Count(IsRight), some.Count)} | {100 * MacroF1(some):0.0} % | {100 * Calibration.Error(some.ConvertAll(one => (one.Guess.Score, IsRight(one)))):0.0} points |"
            );
        }

        report.AppendLine().AppendLine("| condition | right |").AppendLine("| --- | --- |");
        foreach (var (name, style) in Conditions)
        {
            var random = new SeededRandom(Seed);
            var right = corpus.Count(sentence =>
                Guess(
                    style is { } noise ? Noisy(sentence.Text, noise, random) : sentence.Text
                ).Label == sentence.Label
            );
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {name} | {Percent(right, corpus.Count)} |"
            );
        }

        report
            .AppendLine()
            .AppendLine("| said | right | taken for |")
            .AppendLine("| --- | --- | --- |");
        foreach (
            var label in plain
                .GroupBy(one => one.Sentence.Label, StringComparer.Ordinal)
                .OrderBy(one => one.Key, StringComparer.Ordinal)
        )
        {
            var others = label
                .Where(one => !IsRight(one))
                .GroupBy(one => one.Guess.Label, StringComparer.Ordinal)
                .OrderByDescending(one => one.Count());
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {label.Key} | {label.Count(IsRight)}/{label.Count()} | {string.Join(", ", others.Select(one => $"{one.Key} {one.Count()}"))} |"
            );
        }

        report
            .AppendLine()
            .Append(
                CultureInfo.InvariantCulture,
                $"{Microseconds():0.0} µs a sentence (wordings and classifier) on the machine that measured."
            );
        return (
            report.ToString(),
            [
                .. plain
                    .Where(one => !IsRight(one) && !one.Sentence.IsHeldOut)
                    .Select(one =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{one.Sentence.Label} → {one.Guess.Label} {one.Guess.Score:0.00} [{one.Guess.Best.Label} {one.Guess.Best.Probability:0.00}, {one.Guess.Second.Label}]: {one.Sentence.Text}"
                        )
                    ),
            ]
        );
    }

    private static bool IsRight((LabelledSentence Sentence, IntentVerdict Guess) one) =>
        one.Guess.Label == one.Sentence.Label;

    private static double MacroF1(List<(LabelledSentence Sentence, IntentVerdict Guess)> some) =>
        some.Select(one => one.Sentence.Label)
            .Distinct(StringComparer.Ordinal)
            .Average(label =>
            {
                var right = some.Count(one => one.Sentence.Label == label && IsRight(one));
                var said = some.Count(one => one.Sentence.Label == label);
                var taken = some.Count(one => one.Guess.Label == label);
                return 2.0 * right / Math.Max(1, said + taken);
            });

    private static string Noisy(string text, MessageStyle style, SeededRandom random)
    {
        var labelled = new LabelledText();
        labelled.Append(text);
        return StyleRenderer.Render(labelled, style, random).Text;
    }

    private IntentVerdict Guess(string text)
    {
        var folded = FoldedText.Of(text);
        var written = content.Wordings.Corrected(folded);
        var verdict = _reader.Read(written, content.Wordings.ReadCorrected(written));
        return content.Emergencies.Detect(folded) is { IsClear: true }
            ? verdict with
            {
                Label = IntentLabels.Emergency,
                Score = 1,
            }
            : verdict;
    }

    private double Microseconds()
    {
        var texts = corpus.Select(sentence => FoldedText.Of(sentence.Text)).ToList();
        var watch = new Stopwatch();
        for (var i = 0; i < Repeats; i++)
        {
            if (i == Repeats / 2)
            {
                watch.Start();
            }

            foreach (var text in texts)
            {
                var written = content.Wordings.Corrected(text);
                _reader.Read(written, content.Wordings.ReadCorrected(written));
            }
        }

        return watch.Elapsed.TotalMicroseconds / (Repeats - (Repeats / 2)) / texts.Count;
    }

    private static string Percent(int part, int whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / Math.Max(1, whole):0.0} %");
}
