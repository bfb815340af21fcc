using ChatbotSante.Redaction.Analyzers;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction.Analyzers;

public sealed class LogParameterAnalyzerTests
{
    [TestCase("string {|CBS0006:fault|}")]
    [TestCase("string? {|CBS0006:fault|}")]
    [TestCase("object {|CBS0006:fault|}")]
    [TestCase("params object[] {|CBS0006:faults|}")]
    [TestCase("ReadOnlySpan<char> {|CBS0006:fault|}")]
    [TestCase("IReadOnlyList<string> {|CBS0006:faults|}")]
    [TestCase("char {|CBS0006:letter|}")]
    [TestCase("Uri {|CBS0006:address|}")]
    [TestCase("PatientText {|CBS0006:words|}")]
    [TestCase("PhoneNumber {|CBS0006:phone|}")]
    [TestCase("Party {|CBS0006:party|}")]
    [TestCase("DateOnly {|CBS0006:day|}")]
    [TestCase("[IdentityData] string {|CBS0006:name|}")]
    [TestCase("[HealthData] string {|CBS0006:why|}")]
    [TestCase("int count, string {|CBS0006:fault|}")]
    public Task A_parameter_that_may_hold_anything_is_refused(string parameter) =>
        RunAsync(parameter);

    [TestCase("int count, long bytes, bool known, double share, decimal part")]
    [TestCase("int? count, TimeSpan? waited")]
    [TestCase("DateTimeOffset at, TimeSpan waited, Guid id")]
    [TestCase("DayOfWeek outcome")]
    [TestCase("Exception fault")]
    [TestCase("RefusedException fault, LogLevel level")]
    [TestCase("[OperationalData] string fault")]
    [TestCase("[OperationalData] IReadOnlyList<string> settings")]
    [TestCase("ChatbotSante.Dialogs.Activities.ConversationKey conversation")]
    [TestCase("SafeText text, SafeText? other")]
    public Task A_parameter_that_says_what_it_holds_is_taken(string parameter) =>
        RunAsync(parameter);

    [Test]
    public Task Other_methods_take_what_they_want() =>
        Example.MembersAsync<LogParameterAnalyzer>(
            "public static void Failed(ILogger logger, string fault) { }"
        );

    private static Task RunAsync(string parameter) =>
        Example.FileAsync<LogParameterAnalyzer>(
            $$"""
            namespace ChatbotSante.Redaction
            {
                public readonly struct SafeText;
            }

            namespace ChatbotSante.Example
            {
                #nullable enable
                public static class Events
                {
                    [LoggerMessage(9, LogLevel.Error, "It failed")]
                    public static void Failed(ILogger logger, {{parameter}}) { }
                }
            }
            """
        );
}
