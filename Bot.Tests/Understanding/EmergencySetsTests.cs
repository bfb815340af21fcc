using ChatbotSante.Dialogs.Nlu.Emergencies;
using ChatbotSante.Redaction;
using ChatbotSante.Tests.Dialogs;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Understanding;

/// <summary>
/// Floors below what was measured, so that a change that lowers it is seen. Odd lines were read when they failed, even ones never.
/// Figures alone are printed. <c>Proofs/emergencies.md</c> has the whole.
/// </summary>
public sealed class EmergencySetsTests
{
    [TestCase("odd", 0.97)]
    [TestCase("even", 0.95)]
    public void Emergencies_are_found_or_asked_about(string lines, double floor) =>
        Assert.That(
            Share("emergencies.tsv", lines, _ => true, found => found is not null),
            Is.AtLeast(floor)
        );

    [TestCase("odd", 0.04)]
    [TestCase("even", 0.07)]
    public void What_is_none_gives_no_number_to_call(string lines, double ceiling) =>
        Assert.That(
            Share(
                "no-emergencies.tsv",
                lines,
                mark => mark == "-",
                found => found is { IsClear: true }
            ),
            Is.AtMost(ceiling)
        );

    [TestCase("odd", 0.90)]
    [TestCase("even", 0.80)]
    public void What_is_none_is_mostly_passed_over(string lines, double floor) =>
        Assert.That(
            Share("no-emergencies.tsv", lines, mark => mark == "-", found => found is null),
            Is.AtLeast(floor)
        );

    [TestCase("odd", 0.80)]
    [TestCase("even", 0.70)]
    public void What_may_be_one_is_asked_about(string lines, double floor) =>
        Assert.That(
            Share("no-emergencies.tsv", lines, mark => mark == "?", found => found is not null),
            Is.AtLeast(floor)
        );

    private static double Share(
        string file,
        string lines,
        Func<string, bool> which,
        Func<EmergencySignal?, bool> counts
    )
    {
        var said = File.ReadLines(Checkout.PathOf($"Bot.Tests/Corpora/understanding/{file}"))
            .Select((line, index) => (line, Parity: index % 2 == 0 ? "odd" : "even"))
            .Where(one => one.line.Length > 0 && one.line[0] != '#' && one.Parity == lines)
            .Select(one => one.line.Split('\t'))
            .Where(parts => which(parts[0]))
            .Select(parts => DemonstrationClinic.Emergencies.Detect(FoldedText.Of(parts[^1])))
            .ToArray();
        Assert.That(said, Has.Length.GreaterThanOrEqualTo(20));
        var share = (double)said.Count(counts) / said.Length;
        TestContext.Out.WriteLine($"{share:P1} of {said.Length}");
        return share;
    }
}
