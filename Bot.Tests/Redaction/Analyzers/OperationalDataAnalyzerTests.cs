using ChatbotSante.Redaction.Analyzers;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction.Analyzers;

public sealed class OperationalDataAnalyzerTests
{
    [Test]
    public Task What_is_not_known_to_be_operational_is_refused() =>
        RunAsync(
            """
            Log.Failed(logger, {|CBS0007:text|});
            Log.Failed(logger, {|CBS0007:text.Trim()|});
            Log.Failed(logger, {|CBS0007:party.Id|});
            Log.Failed(logger, {|CBS0007:party.Reason|});
            Log.Failed(logger, {|CBS0007:name.ToString()|});
            Log.Failed(logger, {|CBS0007:fault.Message|});
            Log.Failed(logger, {|CBS0007:$"at {text}"|});
            Log.Failed(logger, {|CBS0007:"at " + text|});
            Log.Failed(logger, {|CBS0007:yes ? "a" : text|});
            Log.Failed(logger, {|CBS0007:text ?? "a"|});
            Log.Failed(logger, {|CBS0007:string.Join(' ', "a", text)|});
            Log.Failed(logger, {|CBS0007:yes switch { true => "a", _ => text }|});
            var local = "a";
            if (yes) { local = text; }
            Log.Failed(logger, {|CBS0007:local|});
            Log.Failed(logger, {|CBS0007:new string(text)|});
            Log.Failed(logger, {|CBS0007:Own(1)|});
            """
        );

    [Test]
    public Task What_says_nothing_of_a_person_is_taken() =>
        RunAsync(
            """
            Log.Failed(logger, "constant");
            Log.Failed(logger, Constant);
            Log.Failed(logger, nameof(party));
            Log.Failed(logger, fault.GetType().Name);
            Log.Failed(logger, fault.GetBaseException().GetType().FullName);
            Log.Failed(logger, typeof(Party).Name);
            Log.Failed(logger, DayOfWeek.Friday.ToString());
            Log.Failed(logger, Enum.GetName(DayOfWeek.Friday));
            Log.Failed(logger, count.ToString(CultureInfo.InvariantCulture));
            Log.Failed(logger, $"{count} of {setting}, {fault.GetType().Name}");
            Log.Failed(logger, "in " + setting + count);
            Log.Failed(logger, string.Join(' ', "a", setting));
            Log.Failed(logger, setting);
            Log.Failed(logger, setting ?? "none");
            Log.Failed(logger, yes ? "a" : setting);
            Log.Failed(logger, yes ? "a" : throw new RefusedException("No."));
            Log.Failed(logger, yes switch { true => "a", _ => setting });
            Log.Failed(logger, Code(1));
            Log.Failed(logger, Setting);
            Log.Failed(logger, null);
            var local = "a";
            if (yes) { local = setting; }
            Log.Failed(logger, local);
            """
        );

    [Test]
    public Task A_property_marked_operational_is_given_nothing_of_a_patient() =>
        Example.MembersAsync<OperationalDataAnalyzer>(
            """
            [OperationalData] public string Mailbox { get; set; }

            public void Fill(string fromTheFile, PhoneNumber phone, [HealthData] string why)
            {
                Mailbox = fromTheFile;
                Mailbox = {|CBS0007:phone.Reveal()|};
                Mailbox = {|CBS0007:$"{why}"|};
                _ = new Case { Mailbox = {|CBS0007:why|} };
            }
            """
        );

    private static Task RunAsync(string statements) =>
        Example.MembersAsync<OperationalDataAnalyzer>(
            $$"""
            private const string Constant = "constant";

            [OperationalData] public string Setting { get; set; }

            public void Run(ILogger logger, Party party, PersonName name, Exception fault, bool yes, int count, string text, [OperationalData] string setting)
            {
                {{statements}}
            }

            private static string Own(int number) => "own";

            [return: OperationalData]
            private static string Code(int number) => "code";
            """
        );
}
