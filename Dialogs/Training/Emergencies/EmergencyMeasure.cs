using System.Diagnostics;
using System.Globalization;
using System.Text;
using ChatbotSante.Dialogs.Nlu.Emergencies;
using ChatbotSante.Redaction;
using ChatbotSante.Training.Rendering;
using ChatbotSante.Training.Templates;

namespace ChatbotSante.Training.Emergencies;

/// <summary>Measures the detector on sentences kept apart; the report says which were read.</summary>
internal sealed class EmergencyMeasure(EmergencyDetector detector, string corpora)
{
    private const ulong Seed = 20_261_128;

    /// <summary>Confidence given to the detector when it is told that speech recognition is not sure.</summary>
    private const double Poor = 0.4;

    private static readonly (string Name, MessageStyle? Style, double Slips)[] Ways =
    [
        ("as written", null, 0),
        ("one word in eight mistyped", null, 0.125),
        ("no accents", MessageStyle.NoAccents, 0),
        ("no punctuation", MessageStyle.NoPunctuation, 0),
        ("SMS", MessageStyle.Sms, 0),
        ("capitals", MessageStyle.Capitals, 0),
        ("speech, homophones and fillers", MessageStyle.Speech, 0),
    ];

    /// <summary>The report; sentences that fail are added for odd lines of the development sets alone.</summary>
    public string Write(bool withFailures)
    {
        var sets = Sets();
        var text = new StringBuilder();
        text.AppendLine("## Found").AppendLine();
        text.AppendLine("| set | recall (now or asked) | of these at once | its own family |");
        text.AppendLine("| --- | --- | --- | --- |");
        foreach (var set in sets.Where(set => set.Kind == "must be found"))
        {
            var heard = set
                .Said.Select(said => (said.Meaning, Signal: Detect(said.Text)))
                .ToArray();
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {set.Name} | {new Share(heard.Count(one => one.Signal is not null), heard.Length)} | {new Share(heard.Count(one => one.Signal is { IsClear: true }), heard.Length)} | {new Share(heard.Count(one => one.Signal?.Family == one.Meaning), heard.Length)} |"
            );
        }

        text.AppendLine().AppendLine("## Not found where there is nothing").AppendLine();
        text.AppendLine("| set | taken for one at once | asked about | silent |");
        text.AppendLine("| --- | --- | --- | --- |");
        foreach (var set in sets.Where(set => set.Kind != "must be found"))
        {
            var heard = set.Said.Select(said => Detect(said.Text)).ToArray();
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {set.Name}: {set.Kind} | {new Share(heard.Count(one => one is { IsClear: true }), heard.Length)} | {new Share(heard.Count(one => one is { IsClear: false }), heard.Length)} | {new Share(heard.Count(one => one is null), heard.Length)} |"
            );
        }

        ByDetector(sets, text);
        ByFamily(sets, text);
        ByWay(sets, text);
        Speed(sets, text);
        if (withFailures)
        {
            Failures(sets, text);
        }

        return text.ToString();
    }

    private EmergencySignal? Detect(string said) =>
        detector.Detect(FoldedText.Of(said), EmergencyContext.Written);

    private void ByDetector(IReadOnlyList<MeasuredSet> sets, StringBuilder text)
    {
        text.AppendLine().AppendLine("## What each of the two finds alone").AppendLine();
        text.AppendLine(
            "| set | wordings | learned, danger at least 0.3 | 0.5 | 0.7 | 0.9 | here and now at least 0.9 |"
        );
        text.AppendLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var set in sets)
        {
            var folded = set.Said.Select(said => FoldedText.Of(said.Text)).ToArray();
            var scores = folded.Select(detector.ByLearning).ToArray();
            string Above(double least) =>
                new Share(scores.Count(score => score.Danger >= least), scores.Length).ToString();
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {set.Name}: {set.Kind} | {new Share(folded.Count(one => detector.ByWording(one) is not null), folded.Length)} | {Above(0.3)} | {Above(0.5)} | {Above(0.7)} | {Above(0.9)} | {new Share(scores.Count(score => score.Now >= 0.9), scores.Length)} |"
            );
        }
    }

    private void ByFamily(IReadOnlyList<MeasuredSet> sets, StringBuilder text)
    {
        text.AppendLine().AppendLine("## Recall by family").AppendLine();
        text.AppendLine("| family | odd lines | even lines | the older sets |");
        text.AppendLine("| --- | --- | --- | --- |");
        for (var family = 1; family <= EmergencyModel.Families; family++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"u{family}");
            string Of(Func<MeasuredSet, bool> which)
            {
                var said = sets.Where(set => set.Kind == "must be found" && which(set))
                    .SelectMany(set => set.Said)
                    .Where(said => said.Meaning == code)
                    .ToArray();
                return new Share(
                    said.Count(one => Detect(one.Text) is not null),
                    said.Length
                ).ToString();
            }

            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {code} | {Of(set => set.Name.Contains("odd", StringComparison.Ordinal))} | {Of(set => set.Name.Contains("even", StringComparison.Ordinal))} | {Of(set => !set.Name.Contains("lines", StringComparison.Ordinal))} |"
            );
        }
    }

    private void ByWay(IReadOnlyList<MeasuredSet> sets, StringBuilder text)
    {
        text.AppendLine().AppendLine("## However it comes").AppendLine();
        text.AppendLine(
            "The sets above, written again each way with a fixed seed. Recall of what must be found; false alarms (at once or asked) of what must be silent."
        );
        text.AppendLine();
        text.AppendLine("| way | recall, odd | recall, even | alarms, odd | alarms, even |");
        text.AppendLine("| --- | --- | --- | --- | --- |");
        foreach (var (name, style, slips) in Ways)
        {
            AppendWay(sets, text, name, style, slips, EmergencyContext.Written);
        }

        AppendWay(
            sets,
            text,
            "speech, recognised with a confidence of 0.4",
            MessageStyle.Speech,
            0,
            EmergencyContext.Heard(Poor)
        );
    }

    private void AppendWay(
        IReadOnlyList<MeasuredSet> sets,
        StringBuilder text,
        string name,
        MessageStyle? style,
        double slips,
        EmergencyContext context
    )
    {
        var random = new SeededRandom(Seed);
        string Of(string kind, string lines)
        {
            var said = sets.Where(set =>
                    set.Kind == kind && set.Name.Contains(lines, StringComparison.Ordinal)
                )
                .SelectMany(set => set.Said)
                .Select(one => Written(one.Text, style, slips, random))
                .ToArray();
            return new Share(
                said.Count(one => detector.Detect(FoldedText.Of(one), context) is not null),
                said.Length
            ).ToString();
        }

        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"| {name} | {Of("must be found", "odd")} | {Of("must be found", "even")} | {Of("must be silent", "odd")} | {Of("must be silent", "even")} |"
        );
    }

    private static string Written(
        string said,
        MessageStyle? style,
        double slips,
        SeededRandom random
    )
    {
        var text = new LabelledText();
        text.Append(said);
        var written = style is { } one ? StyleRenderer.Render(text, one, random).Text : said;
        return slips == 0
            ? written
            : string.Join(
                ' ',
                written
                    .Split(' ')
                    .Select(word =>
                        random.Chance(slips) ? SpellingSlips.Mistype(word, random) : word
                    )
            );
    }

    private void Speed(IReadOnlyList<MeasuredSet> sets, StringBuilder text)
    {
        const int rounds = 60;
        var folded = sets.SelectMany(set => set.Said)
            .Select(said => FoldedText.Of(said.Text))
            .ToArray();
        foreach (var one in folded)
        {
            _ = detector.Detect(one);
        }

        var times = new double[folded.Length];
        for (var i = 0; i < folded.Length; i++)
        {
            var least = double.MaxValue;
            for (var round = 0; round < rounds; round++)
            {
                var start = Stopwatch.GetTimestamp();
                _ = detector.Detect(folded[i]);
                least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }

            times[i] = least;
        }

        Array.Sort(times);
        text.AppendLine().AppendLine("## Speed").AppendLine();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"Both detectors, one sentence, best of {rounds} on the machine that measured: {times[times.Length / 2]:0.0} µs at the median, {times[(int)(times.Length * 0.95)]:0.0} µs at the 95th percentile of {times.Length} sentences."
        );
    }

    private void Failures(IReadOnlyList<MeasuredSet> sets, StringBuilder text)
    {
        text.AppendLine().AppendLine("## Odd lines that fail").AppendLine();
        foreach (var set in sets.Where(set => set.Name.Contains("odd", StringComparison.Ordinal)))
        {
            foreach (var (meaning, said) in set.Said)
            {
                var signal = Detect(said);
                if ((signal is null) == (set.Kind != "must be silent"))
                {
                    var score = detector.ByLearning(FoldedText.Of(said));
                    text.AppendLine(
                        CultureInfo.InvariantCulture,
                        $"{meaning} → {signal} {score}: {said}"
                    );
                }
            }
        }
    }

    private List<MeasuredSet> Sets()
    {
        var sets = new List<MeasuredSet>();
        foreach (var parity in new[] { "odd", "even" })
        {
            var found = Lines("understanding/emergencies.tsv", parity);
            sets.Add(new MeasuredSet($"understanding, {parity} lines", "must be found", found));
            var not = Lines("understanding/no-emergencies.tsv", parity);
            sets.Add(
                new MeasuredSet(
                    $"understanding, {parity} lines",
                    "must be silent",
                    [.. not.Where(said => said.Meaning == "-")]
                )
            );
            sets.Add(
                new MeasuredSet(
                    $"understanding, {parity} lines",
                    "must be asked or found",
                    [.. not.Where(said => said.Meaning == "?")]
                )
            );
        }

        foreach (var file in new[] { "emergencies-held-out.tsv", "emergencies-seen.tsv" })
        {
            var all = Lines(file, null);
            sets.Add(
                new MeasuredSet(file, "must be found", [.. all.Where(said => said.Meaning != "-")])
            );
            sets.Add(
                new MeasuredSet(
                    file,
                    "nothing of here and now",
                    [.. all.Where(said => said.Meaning == "-")]
                )
            );
        }

        return sets;
    }

    private List<(string Meaning, string Text)> Lines(string file, string? parity) =>
        [
            .. File.ReadLines(Path.Combine(corpora, file))
                .Select((line, index) => (line, Parity: index % 2 == 0 ? "odd" : "even"))
                .Where(one => one.line.Length > 0 && one.line[0] != '#')
                .Where(one => parity is null || one.Parity == parity)
                .Select(one => one.line.Split('\t'))
                .Select(parts => (parts[0], parts[^1])),
        ];
}
