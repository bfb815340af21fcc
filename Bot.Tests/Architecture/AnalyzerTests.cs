using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ChatbotSante.Redaction;
using ChatbotSante.Redaction.Analyzers;
using ChatbotSante.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.Extensions.Compliance.Classification;
using NUnit.Framework;

namespace ChatbotSante.Tests.Architecture;

/// <summary>The analyzers run where they must, and nobody has quietly let anything off.</summary>
public sealed partial class AnalyzerTests
{
    private const string Folder = "Dialogs/Redaction/Analyzers";

    /// <summary>Where a rule is set aside, once each: the reason stands there.</summary>
    private static readonly string[] Exemptions =
    [
        "CBS0002 Bot/Commands/CallBackCommands.cs",
        "CBS0002 Bot/Commands/MissedSentenceCommands.cs",
        "CBS0002 Bot/Commands/WaitingListCommands.cs",
        "CBS0002 Dialogs/Care/Identity/PersonIndex.cs",
        "CBS0002 Dialogs/Conversations/BookingQuestions.cs",
        "CBS0002 Dialogs/Nlu/IdentityRules.cs",
        "CBS0002 Dialogs/Nlu/MissedSentenceReader.cs",
        "CBS0002 Dialogs/Nlu/PersonalWords.cs",
        "CBS0002 Dialogs/Nlu/Spelling.cs",
        "CBS0007 Bot/Rehearsals/RehearsalPage.cs",
        "CBS0008 Bot/Hosting/CrashGuard.cs",
        "CBS0010 Bot/Boundary/Logs/CanaryProbe.cs",
        "CBS0010 Bot/Hosting/Server.cs",
        "CBS0014 Dialogs/Engine/ReplyRenderer.cs",
    ];

    private static IEnumerable<string> Rules =>
        typeof(PatientDataAnalyzer)
            .Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .Select(rule => rule.Id)
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Projects =>
        Directory
            .EnumerateFiles(Checkout.Root, "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/'))
            .Where(path => !path.Contains("node_modules/", StringComparison.Ordinal))
            .Where(path => !path.StartsWith("Bot.Tests/", StringComparison.Ordinal))
            .Where(path => !path.StartsWith(Folder, StringComparison.Ordinal));

    [Test]
    public void Every_project_of_the_product_is_built_with_them()
    {
        var props = XDocument.Load(Checkout.PathOf("Directory.Build.props"));
        var group = props
            .Descendants("ProjectReference")
            .Single(reference => Says(reference, "OutputItemType", "Analyzer"))
            .Parent!;
        var reference = group.Element("ProjectReference")!;
        var inProjects = Projects.Select(path => XDocument.Load(Checkout.PathOf(path))).ToArray();

        Assert.That(
            reference.Attribute("Include")!.Value,
            Is.EqualTo($"$(MSBuildThisFileDirectory){Folder}/Analyzers.csproj")
        );
        Assert.That(File.Exists(Checkout.PathOf($"{Folder}/Analyzers.csproj")));
        Assert.That(
            group.Elements("AdditionalFiles").Single().Attribute("Include")!.Value,
            Is.EqualTo("$(MSBuildThisFileDirectory)Rooms.txt")
        );
        // Only the analyzers themselves and what lies under Bot.Tests are let off.
        Assert.That(
            group.Attribute("Condition")!.Value,
            Is.EqualTo(
                "'$(MSBuildProjectName)' != 'Analyzers' And !$(MSBuildProjectDirectory.StartsWith('$(MSBuildThisFileDirectory)Bot.Tests'))"
            )
        );
        Assert.That(inProjects, Has.Length.GreaterThanOrEqualTo(3));
        Assert.That(
            inProjects
                .SelectMany(project => project.Descendants())
                .Select(node => node.Name.LocalName),
            Has.None.EqualTo("RunAnalyzers").And.None.EqualTo("RunAnalyzersDuringBuild")
        );
        Assert.That(
            inProjects
                .SelectMany(project => project.Descendants("NoWarn"))
                .Select(node => node.Value),
            Has.None.Contains("CBS")
        );
    }

    [Test]
    public void Every_rule_is_explained_and_tracked()
    {
        var explained = Row().Matches(File.ReadAllText(Checkout.PathOf($"{Folder}/README.md")));
        var tracked = Id()
            .Matches(
                File.ReadAllText(Checkout.PathOf($"{Folder}/AnalyzerReleases.Shipped.md"))
                    + File.ReadAllText(Checkout.PathOf($"{Folder}/AnalyzerReleases.Unshipped.md"))
            );

        Assert.That(Rules, Has.Exactly(14).Items);
        Assert.That(explained.Select(match => match.Groups["id"].Value), Is.EquivalentTo(Rules));
        Assert.That(tracked.Select(match => match.Value), Is.EquivalentTo(Rules));
    }

    [Test]
    public void Every_rule_is_an_error_and_no_setting_says_otherwise()
    {
        var severities = typeof(PatientDataAnalyzer)
            .Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .Select(rule => (rule.DefaultSeverity, rule.IsEnabledByDefault));

        Assert.That(severities, Is.All.EqualTo((DiagnosticSeverity.Error, true)));
        Assert.That(
            File.ReadAllText(Checkout.PathOf(".editorconfig")),
            Does.Not.Contain("CBS").And.Not.Contain("Privacy").And.Not.Contain("Boundary")
        );
        Assert.That(
            File.ReadAllText(Checkout.PathOf("Directory.Build.props")),
            Does.Not.Contain("CBS")
        );
    }

    [Test]
    public void Exemptions_are_few_and_each_has_a_reason()
    {
        var exempt = Sources
            .Product.Where(file => !file.Path.StartsWith(Folder, StringComparison.Ordinal))
            .SelectMany(file =>
                Suppression().Matches(file.Text).Select(match => (File: file.Path, Match: match))
            )
            .ToArray();

        Assert.That(
            exempt.Select(one => $"{one.Match.Groups["id"].Value} {one.File}"),
            Is.EquivalentTo(Exemptions)
        );
        Assert.That(
            exempt.Select(one => one.Match.Groups["reason"].Value),
            Is.All.Length.GreaterThan(20)
        );
    }

    /// <summary>A type that gives itself away by <c>Reveal</c>, or prints masked, is known to the rules.</summary>
    [Test]
    public void Every_type_that_prints_masked_is_marked()
    {
        var masked = typeof(PatientText)
            .Assembly.GetTypes()
            .Where(type =>
                type.GetMethods()
                    .Any(method => method.Name.StartsWith("Reveal", StringComparison.Ordinal))
                || type == typeof(FoldedText)
            );

        Assert.That(masked, Is.Not.Empty);
        Assert.That(
            masked.Where(type =>
                !type.GetCustomAttributes<DataClassificationAttribute>()
                    .Any(attribute => attribute is IdentityDataAttribute or HealthDataAttribute)
            ),
            Is.Empty
        );
    }

    private static bool Says(XElement element, string attribute, string value) =>
        element.Attribute(attribute)?.Value == value;

    [GeneratedRegex(
        @"^\| (?<id>CBS[0-9]{4}) \|",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Row();

    [GeneratedRegex("^CBS[0-9]{4}", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex(
        "\\[(assembly: |module: )?SuppressMessage\\(\\s*\"[^\"]*\",\\s*\"(?<id>CBS[0-9]{4})[^\"]*\"(,\\s*Justification = \"(?<reason>[^\"]*)\")?",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Suppression();
}
