using System.Globalization;
using System.Text;
using ChatbotSante.Redaction;

namespace ChatbotSante.Tests.Redaction.Evaluation;

/// <summary>What an evaluation saw, as a page to be read.</summary>
internal sealed class EvaluationReport(
    EvaluationRun run,
    Func<string, CategorySet, bool, Finding> redact
)
{
    private static readonly string[] Splits = ["held-out", "dev"];
    private static readonly string[] Kinds = ["typed", "speech", "documents"];
    private readonly StringBuilder _page = new();

    public string Write(ExternalCorpora? corpora)
    {
        Line("# Redaction: what shows, what is hidden in vain");
        Line();
        Line(
            "Written by `./build.sh prove redaction`; do not edit. Sets: `Bot.Tests/Corpora/redaction`, written by hand apart from the"
        );
        Line(
            "training grammar; **dev** may be read by whoever writes the engine, **held-out** may not, and nothing was trained on either."
        );
        Line(
            "The result is that of held-out. Shares come with 95 % Wilson intervals and the number of cases. A mark is covered when each of"
        );
        Line(
            "its UTF-16 code units is redacted, under whatever category; a message leaks when one of its marks is not covered."
        );
        Line();
        Yardsticks(corpora);
        Messages();
        Clean();
        Categories();
        Conditions();
        Notes();
        External(corpora);
        return _page.ToString();
    }

    private static string Title(Condition condition) =>
        condition switch
        {
            Condition.Original => "original",
            Condition.LowerCase => "lower case",
            Condition.NoAccents => "no accents",
            Condition.NoPunctuation => "no punctuation",
            Condition.Capitals => "capitals",
            Condition.Speech => "rendered as speech",
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        };

    private static string Percent(Wilson share) =>
        share.Cases == 0
            ? "–"
            : string.Create(CultureInfo.InvariantCulture, $"{100 * share.Share:F1} %");

    private void Yardsticks(ExternalCorpora? corpora)
    {
        Line("## Yardsticks");
        Line();
        Line("| measure | to reach | held-out | dev | held-out reaches it |");
        Line("| --- | --- | --- | --- | --- |");
        Yardstick(
            "messages with every direct identifier covered, typed",
            0.99,
            s => Of(s, "typed").DirectCovered
        );
        Yardstick("the same, speech", 0.97, s => Of(s, "speech").DirectCovered);
        Yardstick(
            "health, typed and speech: message found",
            0.99,
            s => Of(s, "typed").HealthFound + Of(s, "speech").HealthFound
        );
        Yardstick(
            "health, typed and speech: characters covered",
            0.85,
            s => Of(s, "typed").HealthCharacters + Of(s, "speech").HealthCharacters,
            hasInterval: false
        );
        Yardstick(
            "false alarms on clean messages, typed and speech",
            0.02,
            s => Of(s, "clean").FalseAlarms + Of(s, "clean-speech").FalseAlarms,
            isAtMost: true
        );
        foreach (var (label, atLeast, categories) in NoteLabels)
        {
            Yardstick(
                $"hospital notes, full cover: {label}",
                atLeast,
                s => NoteCover(s, categories)
            );
        }

        if (corpora is not null)
        {
            var (exact, withChecksumFailures) = BestKnown(corpora);
            Line(
                $"| e-mail, IBAN, card, IP, URL cases of the best-known engine, exact | 99.4 % (512 of 515) | {exact} of those that are public here; {withChecksumFailures} when what fails its checksum counts as found | | {(exact.Share >= 512.0 / 515 ? "yes" : "no")} |"
            );
        }

        Line();
        Line(
            "Speed, memory and adversarial input are measured by `./build.sh bench redaction`: `Bot.Tests/Benchmarks/results/redaction.md`."
        );
        Line(
            "Typed and speech are read as written here; the other conditions are below. Towns, ages and other dates are not direct identifiers."
        );
        Line();
    }

    private void Yardstick(
        string name,
        double bound,
        Func<string, Wilson> measure,
        bool isAtMost = false,
        bool hasInterval = true
    )
    {
        var held = measure("held-out");
        string Cell(Wilson share) => hasInterval ? share.ToString() : share.WithoutInterval();
        var reached = isAtMost ? held.Share <= bound : held.Share >= bound;
        // The interval's worse end: what the figure may be for a patient not yet seen.
        var isSure = !hasInterval || (isAtMost ? held.High <= bound : held.Low >= bound);
        Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {(isAtMost ? "≤" : "≥")} {100 * bound:F0} % | {Cell(held)} | {Cell(measure("dev"))} | {(reached ? isSure ? "yes" : "yes, on too few cases to be sure" : "no")} |"
            )
        );
    }

    private Score Of(string split, string kind) => run[$"{split}-{kind}", Condition.Original];

    private void Messages()
    {
        Line("## Messages with something to hide");
        Line();
        foreach (var split in Splits)
        {
            Line($"### {split}");
            Line();
            Line(
                "| set, condition | leaking messages | leaked characters | direct identifiers covered | health found | health characters covered | redacted in excess | degree right | degree too low |"
            );
            Line("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
            foreach (var kind in Kinds)
            {
                foreach (var condition in EvaluationRun.ConditionsOf(kind))
                {
                    var score = run[$"{split}-{kind}", condition];
                    Line(
                        $"| {kind}, {Title(condition)} | {score.Leaks} | {Percent(score.LeakedCharacters)} | {score.DirectCovered} | {score.HealthFound} | {Percent(score.HealthCharacters)} | {Percent(score.Excess)} | {Percent(score.Degrees)} | {score.DegreesTooLow} |"
                    );
                }
            }

            Line();
        }
    }

    private void Clean()
    {
        Line("## Clean messages: false alarms");
        Line();
        Line("| condition | held-out | dev |");
        Line("| --- | --- | --- |");
        foreach (var condition in EvaluationRun.Conditions)
        {
            Line(
                $"| typed, {Title(condition)} | {run["held-out-clean", condition].FalseAlarms} | {run["dev-clean", condition].FalseAlarms} |"
            );
        }

        Line(
            $"| speech | {run["held-out-clean-speech", Condition.Original].FalseAlarms} | {run["dev-clean-speech", Condition.Original].FalseAlarms} |"
        );
        Line();
    }

    private void Categories()
    {
        Line("## By category, as written");
        Line();
        Line(
            "| category | typed, held-out | speech, held-out | documents, held-out | typed, dev | speech, dev | documents, dev |"
        );
        Line("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var category in Enum.GetValues<DataCategory>())
        {
            var cells = Splits.SelectMany(split =>
                Kinds.Select(kind => Of(split, kind).Spans.GetValueOrDefault(category))
            );
            Line($"| {CategoryName.Of(category)} | {string.Join(" | ", cells)} |");
        }

        Line();
    }

    private void Conditions()
    {
        Line("## By category and condition: characters covered, every set, held-out / dev");
        Line();
        Line($"| category | {string.Join(" | ", EvaluationRun.Conditions.Select(Title))} |");
        Line($"| --- |{string.Concat(EvaluationRun.Conditions.Select(_ => " --- |"))}");
        foreach (var category in Enum.GetValues<DataCategory>())
        {
            var cells = EvaluationRun.Conditions.Select(condition =>
                string.Join(
                    " / ",
                    Splits.Select(split => Percent(CharactersOf(split, category, condition)))
                )
            );
            Line($"| {CategoryName.Of(category)} | {string.Join(" | ", cells)} |");
        }

        Line();
    }

    private Wilson CharactersOf(string split, DataCategory category, Condition condition) =>
        Kinds
            .Where(kind => EvaluationRun.ConditionsOf(kind).Contains(condition))
            .Select(kind =>
                run[$"{split}-{kind}", condition].Characters.GetValueOrDefault(category)
            )
            .Aggregate(default(Wilson), (sum, next) => sum + next);

    private static IEnumerable<(
        string Label,
        double AtLeast,
        DataCategory[] Categories
    )> NoteLabels =>
        [
            ("mail", 0.99, [DataCategory.Email]),
            ("telephone", 0.98, [DataCategory.Phone]),
            ("dates", 0.97, [DataCategory.Date, DataCategory.BirthDate]),
            ("social security", 0.99, [DataCategory.Nir]),
            ("address", 0.92, [DataCategory.Address]),
            ("names", 0.96, [DataCategory.Name]),
        ];

    private Wilson NoteCover(string split, DataCategory[] categories)
    {
        var score = NoteScore(split, Condition.Original);
        return categories
            .Select(category => score.Spans.GetValueOrDefault(category))
            .Aggregate(default(Wilson), (sum, next) => sum + next);
    }

    private Score NoteScore(string split, Condition condition) =>
        run.Play(
            $"notes of {split}",
            LabelledCorpus
                .Read($"{split}-documents")
                .Where(message => message.Id.EndsWith("-ap", StringComparison.Ordinal)),
            condition
        );

    private void Notes()
    {
        Line("## Hospital notes, by condition: marks covered, held-out and dev together");
        Line();
        Line($"| condition | {string.Join(" | ", NoteLabels.Select(l => l.Label))} |");
        Line("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var condition in EvaluationRun.ConditionsOf("documents"))
        {
            var scores = Splits.Select(split => NoteScore(split, condition)).ToArray();
            var cells = NoteLabels.Select(label =>
                scores
                    .SelectMany(score =>
                        label.Categories.Select(c => score.Spans.GetValueOrDefault(c))
                    )
                    .Aggregate(default(Wilson), (sum, next) => sum + next)
            );
            Line($"| {Title(condition)} | {string.Join(" | ", cells)} |");
        }

        Line();
    }

    private void External(ExternalCorpora? corpora)
    {
        Line("## Corpora of others");
        Line();
        if (corpora is null)
        {
            Line("Not given: `./build.sh prove redaction --corpora FOLDER` measures them.");
            return;
        }

        Line(
            "Read from a folder, never trained on; those that developers have looked at flatter. Marks covered under whatever category."
        );
        Line();
        Line("| corpus, marks | spans covered | characters covered |");
        Line("| --- | --- | --- |");
        Row(
            corpora,
            "Simsamu, acted emergency calls: persons, in lower case",
            "simsamu_dev",
            isSpeech: true,
            "PERSON"
        );
        Row(
            corpora,
            "Simsamu: diagnoses and drugs, in lower case",
            "simsamu_dev",
            isSpeech: true,
            "DIAGNOSIS",
            "DRUG"
        );
        Row(
            corpora,
            "WikiNEuRal, encyclopaedia: persons",
            "wikineural_fr_val",
            isSpeech: false,
            "PER"
        );
        Row(
            corpora,
            "WikiNEuRal: persons, in lower case",
            "wikineural_fr_val",
            isSpeech: true,
            "PER"
        );
        Row(corpora, "WikiNEuRal: places", "wikineural_fr_val", isSpeech: false, "LOC");
        Row(
            corpora,
            "Quaero dev, drug leaflets and titles: disorders",
            "quaero_dev",
            isSpeech: false,
            "DISO"
        );
        Row(corpora, "Quaero dev: chemicals and drugs", "quaero_dev", isSpeech: false, "CHEM");
        Row(corpora, "Quaero dev: procedures", "quaero_dev", isSpeech: false, "PROC");
        Row(
            corpora,
            "E3C, clinical cases: clinical entities",
            "e3c_fr_l1_train",
            isSpeech: false,
            "CLINENTITY"
        );
        Row(corpora, "E3C: results and measures", "e3c_fr_l1_train", isSpeech: false, "RML");
        Row(corpora, "E3C: times", "e3c_fr_l1_train", isSpeech: false, "TIMEX3");
        Line();
        Line(
            "| cases of the best-known engine | exact | exact when what fails its checksum counts as found |"
        );
        Line("| --- | --- | --- |");
        foreach (var (group, category, _) in BestKnownGroups)
        {
            var cases = corpora.Read("presidio_dev").Where(text => text.Group == group).ToArray();
            Line(
                $"| {group} | {ExternalScores.Exact(cases, redact, category, LeastOf(category))} | {ExternalScores.Exact(cases, redact, category, Confidence.Possible)} |"
            );
        }
    }

    private void Row(
        ExternalCorpora corpora,
        string title,
        string name,
        bool isSpeech,
        params string[] labels
    )
    {
        var texts = corpora.Read(name);
        if (isSpeech)
        {
            texts = texts.Select(text => text with { Text = text.Text.ToLowerInvariant() });
        }

        var (spans, characters) = ExternalScores.Covered(texts, redact, isSpeech, labels.Contains);
        Line($"| {title} | {spans} | {Percent(characters)} |");
    }

    private static IEnumerable<(
        string Group,
        DataCategory Category,
        bool HasChecksum
    )> BestKnownGroups =>
        [
            ("EMAIL_ADDRESS", DataCategory.Email, false),
            ("IBAN_CODE", DataCategory.Iban, true),
            ("CREDIT_CARD", DataCategory.Card, true),
            ("IP_ADDRESS", DataCategory.Online, false),
            ("URL", DataCategory.Online, false),
        ];

    private static Confidence LeastOf(DataCategory category) =>
        BestKnownGroups.Any(g => g.Category == category && g.HasChecksum)
            ? Confidence.Certain
            : Confidence.Possible;

    private (Wilson Exact, Wilson WithChecksumFailures) BestKnown(ExternalCorpora corpora)
    {
        var (exact, loose) = (default(Wilson), default(Wilson));
        foreach (var (group, category, _) in BestKnownGroups)
        {
            var cases = corpora.Read("presidio_dev").Where(text => text.Group == group).ToArray();
            exact += ExternalScores.Exact(cases, redact, category, LeastOf(category));
            loose += ExternalScores.Exact(cases, redact, category, Confidence.Possible);
        }

        return (exact, loose);
    }

    private void Line(string text = "") => _page.Append(text).Append('\n');
}
