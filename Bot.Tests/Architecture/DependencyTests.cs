using System.Reflection;
using ChatbotSante.Bot.Governance;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Redaction;
using NetArchTest.Rules;
using NUnit.Framework;

namespace ChatbotSante.Tests.Architecture;

/// <summary>Who may import whom.</summary>
public sealed class DependencyTests
{
    private const string Root = "ChatbotSante";
    private static readonly Assembly Redaction = typeof(PatientText).Assembly;
    private static readonly Assembly Dialogs = typeof(Reply).Assembly;
    private static readonly Assembly Bot = typeof(DataMap).Assembly;

    /// <summary>The folders of the host that know only the ports and the dialogs. They are siblings: none sees another.</summary>
    private static readonly string[] Siblings =
    [
        "Boundary",
        "Channels",
        "Clinics",
        "Governance",
        "Outbox",
        "Rehearsals",
        "Scaling",
        "Sealing",
        "Storage",
    ];

    private static IEnumerable<TestCaseData> Layers =>
        [
            .. new[] { "Activities", "Care", "Conversations", "Engine", "Nlu", "Pipeline" }.Select(
                layer => Layer(Dialogs, $"Dialogs.{layer}")
            ),
            .. Siblings
                .Concat(["Commands", "Hosting", "Ports"])
                .Select(layer => Layer(Bot, $"Bot.{layer}")),
            Layer(Redaction, "Redaction"),
        ];

    private static IEnumerable<TestCaseData> SiblingPairs =>
        from one in Siblings
        from other in Siblings
        where one != other
        select new TestCaseData(one, other).SetArgDisplayNames(one, other);

    [TestCaseSource(nameof(Layers))]
    public void No_layer_is_empty(Assembly assembly, string layer) =>
        Assert.That(
            Types.InAssembly(assembly).That().ResideInNamespace($"{Root}.{layer}").GetTypes(),
            Is.Not.Empty
        );

    [TestCaseSource(nameof(SiblingPairs))]
    public void Folders_of_the_host_do_not_see_each_other(string one, string other) =>
        Forbids(Bot, $"Bot.{one}", $"Bot.{other}");

    [TestCaseSource(nameof(Siblings))]
    public void Only_hosting_and_commands_see_every_folder(string folder)
    {
        Forbids(Bot, $"Bot.{folder}", "Bot.Hosting");
        Forbids(Bot, $"Bot.{folder}", "Bot.Commands");
    }

    [TestCaseSource(nameof(Siblings))]
    public void A_port_knows_nobody_behind_it(string folder) =>
        Forbids(Bot, "Bot.Ports", $"Bot.{folder}");

    [TestCase("Dialogs")]
    [TestCase("Bot")]
    public void Redaction_imports_nothing_of_ours(string project) =>
        Forbids(Redaction, "Redaction", project);

    [TestCase("Microsoft.EntityFrameworkCore")]
    [TestCase("Microsoft.AspNetCore")]
    [TestCase("Orleans")]
    [TestCase("System.Net.Http")]
    [TestCase("System.Net.Sockets")]
    [TestCase("System.IO.File")]
    public void The_pure_part_has_no_server_no_store_no_network_no_file(string import)
    {
        AssertNone(Types.InAssembly(Dialogs).That().HaveDependencyOn(import), import);
        AssertNone(Types.InAssembly(Redaction).That().HaveDependencyOn(import), import);
    }

    [Test]
    public void Dialogs_do_not_see_the_host() => Forbids(Dialogs, "Dialogs", "Bot");

    // Care.Agenda speaks in wishes (Nlu.Dates) and Nlu in the clinic's words (Care.Clinics): the two know each other.
    [TestCase("Activities", "Engine")]
    [TestCase("Activities", "Pipeline")]
    [TestCase("Activities", "Conversations")]
    [TestCase("Activities", "Nlu")]
    [TestCase("Activities", "Care")]
    [TestCase("Nlu", "Engine")]
    [TestCase("Nlu", "Pipeline")]
    [TestCase("Nlu", "Conversations")]
    [TestCase("Nlu", "Activities")]
    [TestCase("Nlu", "Care.Agenda")]
    [TestCase("Nlu", "Care.CallBacks")]
    [TestCase("Care", "Engine")]
    [TestCase("Care", "Pipeline")]
    [TestCase("Care", "Conversations")]
    [TestCase("Care", "Activities")]
    [TestCase("Care.Clinics", "Nlu")]
    [TestCase("Care.CallBacks", "Nlu")]
    [TestCase("Engine", "Conversations")]
    [TestCase("Pipeline", "Conversations")]
    public void Layers_of_the_dialogs_import_downwards(string layer, string other) =>
        Forbids(Dialogs, $"Dialogs.{layer}", $"Dialogs.{other}");

    [Test]
    public void Care_sees_of_understanding_only_the_dates() =>
        Assert.That(
            Imports(Dialogs, "Dialogs.Care", "Dialogs.Nlu").Select(type => type.Namespace),
            Is.All.EqualTo($"{Root}.Dialogs.Nlu.Dates")
        );

    // A rule that sees nothing would hold for ever.
    [Test]
    public void An_import_that_exists_is_seen()
    {
        Assert.That(
            Importing(Dialogs, "Dialogs.Conversations", "Dialogs.Engine").GetTypes(),
            Is.Not.Empty
        );
        Assert.That(Importing(Bot, "Bot.Hosting", "Bot.Storage").GetTypes(), Is.Not.Empty);
    }

    private static TestCaseData Layer(Assembly assembly, string layer) =>
        new TestCaseData(assembly, layer).SetArgDisplayNames(layer);

    private static void Forbids(Assembly assembly, string layer, string import) =>
        AssertNone(Importing(assembly, layer, import), import);

    private static PredicateList Importing(Assembly assembly, string layer, string import) =>
        Types
            .InAssembly(assembly)
            .That()
            .ResideInNamespaceMatching(
                $"^{Root}\\.{layer.Replace(".", "\\.", StringComparison.Ordinal)}(\\.|$)"
            )
            .And()
            .HaveDependencyOn($"{Root}.{import}");

    private static void AssertNone(PredicateList types, string import) =>
        Assert.That(types.GetTypes().Select(type => type.FullName), Is.Empty, $"imports {import}");

    /// <summary>The types of one layer that show in the members of another.</summary>
    private static IEnumerable<Type> Imports(Assembly assembly, string layer, string imported) =>
        from type in assembly.GetTypes()
        where type.Namespace?.StartsWith($"{Root}.{layer}", StringComparison.Ordinal) == true
        from member in type.GetMembers(
            BindingFlags.Public
                | BindingFlags.NonPublic
                | BindingFlags.Instance
                | BindingFlags.Static
        )
        from used in member switch
        {
            PropertyInfo property => [property.PropertyType],
            FieldInfo field => [field.FieldType],
            MethodBase method => method
                .GetParameters()
                .Select(parameter => parameter.ParameterType)
                .ToArray(),
            _ => Type.EmptyTypes,
        }
        where used.Namespace?.StartsWith($"{Root}.{imported}", StringComparison.Ordinal) == true
        select used;
}
