using System.Globalization;
using System.Text;
using System.Text.Json;
using ChatbotSante.Dialogs.Nlu.Dates;
using ChatbotSante.Dialogs.Nlu.Slots;
using ChatbotSante.Redaction;
using ChatbotSante.Tests.Dialogs;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Understanding.Dates;

/// <summary>Dates and slots on sets that somebody else labelled. Of the held-out half only figures are ever shown.</summary>
public sealed class DateEvaluationTests
{
    private const int Seed = 20261123;

    private static readonly DateTime Reference = new(
        2026,
        11,
        23,
        9,
        0,
        0,
        DateTimeKind.Unspecified
    );

    [TestCase(false, 0.97)]
    [TestCase(true, 0.97)]
    public void Dates_mean_what_their_label_says(bool isHeldOut, double least)
    {
        var lines = LabelledLine.Read("dates").Where(line => line.IsHeldOut == isHeldOut).ToArray();
        var wrong = lines.Where(line => !IsRight(line, line.Columns[1])).ToArray();

        Assert.That(
            1 - ((double)wrong.Length / lines.Length),
            Is.GreaterThanOrEqualTo(least),
            isHeldOut ? "held out" : string.Join('\n', wrong.Select(line => line.Columns[1]))
        );
    }

    [Test]
    public void Requests_seen_while_the_rules_were_written_keep_their_slots()
    {
        var lines = LabelledLine.Read("slots-more");
        var wrong = lines
            .Select(line => (line.Columns[0], Wrong: Wrong(line, line.Columns[0])))
            .Where(line => line.Wrong.Count > 0)
            .Select(line => $"{line.Item1}: {string.Join(", ", line.Wrong)}")
            .ToArray();

        Assert.That(
            1 - ((double)wrong.Length / lines.Length),
            Is.GreaterThanOrEqualTo(0.95),
            string.Join('\n', wrong)
        );
    }

    [Test]
    [Category("Prove-understanding-dates")]
    public async Task Dates_and_slots_and_what_noise_costs_them()
    {
        var report = new StringBuilder();
        report.AppendLine("# Dates and the slots of a request").AppendLine();
        report
            .AppendLine(
                CultureInfo.InvariantCulture,
                $"`./build.sh prove understanding-dates`, on `Bot.Tests/Corpora/understanding/dates.tsv` and `slots.tsv`; `slots-more.tsv` was seen whole. Odd lines were seen when they failed, even ones never. A date is right when it means the same intervals as its label; slots are right when all of them are. Noise has seed {Seed}."
            )
            .AppendLine();
        report
            .AppendLine("| set | noise | seen | held out |")
            .AppendLine("| --- | --- | --- | --- |");
        foreach (var (name, noise) in SentenceNoise.Kinds)
        {
            var random = new Random(Seed);
            Row(
                report,
                ("dates", name),
                LabelledLine.Read("dates"),
                line => IsRight(line, noise(line.Columns[1], random))
            );
        }

        foreach (var (name, noise) in SentenceNoise.Kinds)
        {
            var random = new Random(Seed);
            Row(
                report,
                ("slots, all right", name),
                LabelledLine.Read("slots"),
                line => Wrong(line, noise(line.Columns[0], random)).Count == 0
            );
        }

        // Written with the rules in sight: what they are kept from losing, no measure of them.
        var more = LabelledLine.Read("slots-more");
        report.AppendLine(
            CultureInfo.InvariantCulture,
            $"| slots-more, all right | none | {more.Count(line => Wrong(line, line.Columns[0]).Count == 0)} of {more.Length} | |"
        );

        report
            .AppendLine()
            .AppendLine("| slot | wrong, seen | wrong, held out |")
            .AppendLine("| --- | --- | --- |");
        var all = LabelledLine
            .Read("slots")
            .Select(line => (line.IsHeldOut, Wrong: Wrong(line, line.Columns[0])))
            .ToArray();
        foreach (
            var slot in new[]
            {
                "specialty",
                "practitioner",
                "date",
                "reason_present",
                "for_other",
                "correction",
            }
        )
        {
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {slot} | {all.Count(one => !one.IsHeldOut && one.Wrong.Contains(slot))} | {all.Count(one => one.IsHeldOut && one.Wrong.Contains(slot))} |"
            );
        }

        await Proof.WriteAsync("understanding-dates", report.ToString());
        await TestContext.Out.WriteLineAsync(report.ToString());
        Assert.That(all, Has.Length.GreaterThan(100));
    }

    private static void Row(
        StringBuilder report,
        (string Set, string Noise) what,
        LabelledLine[] lines,
        Func<LabelledLine, bool> isRight
    )
    {
        var right = lines.Select(line => (line.IsHeldOut, IsRight: isRight(line))).ToArray();
        report.AppendLine(
            CultureInfo.InvariantCulture,
            $"| {what.Set} | {what.Noise} | {Share(right, false)} | {Share(right, true)} |"
        );
    }

    private static string Share((bool IsHeldOut, bool IsRight)[] right, bool isHeldOut)
    {
        var half = right.Where(one => one.IsHeldOut == isHeldOut).ToArray();
        var count = half.Count(one => one.IsRight);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{count} of {half.Length} ({100.0 * count / half.Length:0.0} %)"
        );
    }

    private static bool IsRight(LabelledLine line, string said)
    {
        var reference = DateTime.ParseExact(
            line.Columns[0],
            "yyyy-MM-ddTHH:mm",
            CultureInfo.InvariantCulture
        );
        return DateMeaning.AreSame(
            FrenchDateParser.Read(FoldedText.Of(said), reference).Expression,
            DateExpressionReader.Read(line.Columns[2]),
            reference
        );
    }

    private static List<string> Wrong(LabelledLine line, string said)
    {
        using var json = JsonDocument.Parse(line.Columns[1]);
        var wanted = json.RootElement;
        var slots = DemonstrationClinic.Slots.Read(FoldedText.Of(said), Reference);
        var date = wanted.TryGetProperty("date", out var labelled)
            ? DateExpressionReader.Read(labelled)
            : null;
        var wrong = new List<string>();
        Compare(wrong, "specialty", Text(wanted, "specialty") == slots.Specialty);
        Compare(
            wrong,
            "practitioner",
            string.Equals(
                Text(wanted, "practitioner"),
                slots.Practitioner,
                StringComparison.OrdinalIgnoreCase
            )
        );
        Compare(wrong, "date", DateMeaning.AreSame(date, slots.Date, Reference));
        Compare(
            wrong,
            "reason_present",
            wanted.GetProperty("reason_present").GetBoolean() == slots.ReasonPresent
        );
        Compare(wrong, "for_other", wanted.GetProperty("for_other").GetBoolean() == slots.ForOther);
        Compare(
            wrong,
            "correction",
            wanted.GetProperty("correction").GetBoolean() == slots.Correction
        );
        return wrong;
    }

    private static void Compare(List<string> wrong, string slot, bool isRight)
    {
        if (!isRight)
        {
            wrong.Add(slot);
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
