using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace ChatbotSante.Tests.Redaction.Analyzers;

/// <summary>Runs one analyzer on an example whose findings are marked: <c>{|CBS0001:name|}</c>. No mark, no finding.</summary>
internal static class Example
{
    /// <summary>What every example may use: a person, her words, a logger.</summary>
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Diagnostics;
        using System.Diagnostics.CodeAnalysis;
        using System.Diagnostics.Metrics;
        using System.Globalization;
        using System.Linq;
        using System.Net.Http;
        using System.Security.Cryptography;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Threading;
        using System.Threading.Tasks;
        using ChatbotSante.Dialogs;
        using ChatbotSante.Redaction;
        using Microsoft.AspNetCore.WebUtilities;
        using Microsoft.Extensions.Logging;

        """;

    private const string Support = """

        namespace ChatbotSante.Example
        {
            /// <summary>A record with identities in it, as they are stored.</summary>
            public sealed record Party(
                [property: IdentityData] string Family,
                [property: IdentityData] PhoneNumber Phone,
                [property: HealthData] string Reason,
                string Id,
                int Age
            );

            public sealed class RefusedException(string message) : Exception(message);

            public static class Log
            {
                [LoggerMessage(1, LogLevel.Error, "{Fault}")]
                public static void Failed(ILogger logger, [OperationalData] string fault) { }

                [LoggerMessage(2, LogLevel.Error, "{Fault}")]
                public static void Raised(ILogger logger, Exception fault) { }

                [LoggerMessage(3, LogLevel.Error, "{What}")]
                [SuppressMessage("Privacy", "CBS0006", Justification = "What a log call could look like.")]
                public static void Anything(ILogger logger, params object[] what) { }
            }
        }
        """;

    /// <summary>Everything that this program sees, as the compiler would be given it.</summary>
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(File.Exists)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Statements of a method that is given a person.</summary>
    public static Task StatementsAsync<TAnalyzer>(string statements)
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        MembersAsync<TAnalyzer>(
            $$"""
            public async Task RunAsync(
                ILogger logger, PatientText words, FoldedText folded, PersonName name, PhoneNumber phone,
                BirthDate birth, Party party, IReadOnlyList<Party> parties, bool yes, [HealthData] string symptom)
            {
                await Task.Yield();
                {{statements}}
            }
            """
        );

    /// <summary>Members of a class.</summary>
    public static Task MembersAsync<TAnalyzer>(string members)
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        FileAsync<TAnalyzer>(
            $$"""
            namespace ChatbotSante.Example
            {
                public sealed partial class Case
                {
                    {{members}}
                }
            }
            """
        );

    /// <summary>A whole file, at a path, with additional files.</summary>
    public static async Task FileAsync<TAnalyzer>(
        string file,
        string path = "/src/Bot/Scaling/Case.cs",
        params (string Path, string Text)[] additional
    )
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var test = new CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
        {
            ReferenceAssemblies = new ReferenceAssemblies("net10.0"),
            TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck,
            TestState =
            {
                Sources = { (path, Usings + file), ("/src/Support.cs", Usings + Support) },
            },
        };
        test.TestState.AdditionalReferences.AddRange(References);
        foreach (var (name, text) in additional)
        {
            test.TestState.AdditionalFiles.Add((name, text));
        }

        test.SolutionTransforms.Add(
            (solution, project) =>
                solution.WithProjectParseOptions(
                    project,
                    new CSharpParseOptions(LanguageVersion.CSharp14)
                )
        );
        await test.RunAsync();
    }
}
