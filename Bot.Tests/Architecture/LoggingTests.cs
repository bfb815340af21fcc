using System.Reflection;
using ChatbotSante.Bot.Boundary.Logs;
using ChatbotSante.Redaction;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace ChatbotSante.Tests.Architecture;

/// <summary>What is logged says what it is, and nothing goes past the redaction.</summary>
public sealed class LoggingTests
{
    [Test]
    public void Every_logged_parameter_is_a_number_or_says_its_class()
    {
        var parameters = typeof(LogMask)
            .Assembly.GetTypes()
            .SelectMany(type =>
                type.GetMethods(
                    BindingFlags.Static
                        | BindingFlags.Instance
                        | BindingFlags.Public
                        | BindingFlags.NonPublic
                )
            )
            .Where(method => method.IsDefined(typeof(LoggerMessageAttribute)))
            .SelectMany(method => method.GetParameters())
            .Where(parameter =>
                !parameter.ParameterType.IsAssignableTo(typeof(ILogger))
                && !parameter.ParameterType.IsAssignableTo(typeof(Exception))
            )
            .ToArray();

        Assert.That(parameters, Is.Not.Empty);
        Assert.That(
            parameters
                .Where(parameter => !IsNumber(parameter.ParameterType))
                .Where(parameter => !parameter.IsDefined(typeof(DataClassificationAttribute)))
                .Select(parameter => $"{parameter.Member.DeclaringType}.{parameter.Name}"),
            Is.Empty
        );
    }

    [TestCase("LoggerFactory.Create(")]
    [TestCase("EnableSensitiveDataLogging")]
    [TestCase("EnableDetailedErrors")]
    [TestCase("UseHttpLogging")]
    [TestCase("UseConnectionLogging")]
    [TestCase("Environment.FailFast")]
    [TestCase("Trace.Write")]
    [TestCase("Debug.Write")]
    public void Nothing_speaks_past_the_redaction(string forbidden) =>
        Assert.That(
            Sources
                .Product.Where(file => file.Text.Contains(forbidden, StringComparison.Ordinal))
                .Select(file => file.Path),
            Is.Empty
        );

    private static bool IsNumber(Type type) =>
        LogValues.IsSafe(type)
        && type != typeof(SafeText)
        && !type.IsDefined(typeof(OperationalDataAttribute));
}
