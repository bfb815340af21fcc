using ChatbotSante.Redaction.Analyzers;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction.Analyzers;

public sealed class HandOverAnalyzerTests
{
    [Test]
    public Task What_is_given_back_says_what_it_is() =>
        RunAsync(
            """
            private static string Bare(PersonName name) => {|CBS0013:name.RevealFamily()|};

            private static string Text(Party party) => $"{{|CBS0013:party.Family|}}, {party.Id}";

            private static DateOnly Day(BirthDate birth) { return {|CBS0013:birth.Reveal()|}; }

            private static async Task<string> LaterAsync(PatientText words)
            {
                await Task.Yield();
                var said = words.Reveal();
                return {|CBS0013:said|};
            }

            private string First => {|CBS0013:_party.Family|};

            [IdentityData] private string Last => _party.Family;

            [return: IdentityData] private static string Marked(PersonName name) => name.RevealFamily();

            private static PhoneNumber Typed(Party party) => party.Phone;

            private static int Count(PatientText words) => words.Reveal().Length;

            private static bool IsLong(PatientText words) => words.Reveal().Contains("x");

            private static string Hash(PatientText words) => Convert.ToHexString(HMACSHA256.HashData(new byte[32], Encoding.UTF8.GetBytes(words.Reveal())));

            private static FoldedText Folded(PatientText words) => FoldedText.Of(words.Reveal());

            private static IEnumerable<string> Ids(List<Party> parties) => parties.Select(p => { return p.Id; });

            private static IEnumerable<string> Families(List<Party> parties) => parties.Select(p => {|CBS0013:p.Family|});
            """
        );

    [Test]
    public Task What_is_handed_on_or_kept_says_what_it_is() =>
        RunAsync(
            """
            private string _kept;
            [IdentityData] private string _marked;
            private string Kept { get; set; }
            private PhoneNumber _phone;

            private void Run(PersonName name, PhoneNumber phone, PatientText words, FoldedText folded)
            {
                _kept = {|CBS0014:name.RevealFamily()|};
                Kept = {|CBS0014:words.Reveal()|};
                _marked = name.RevealFamily();
                _phone = phone;
                Take({|CBS0014:phone.Reveal()|});
                Take($"for {{|CBS0014:name.RevealGiven()|}}".Trim());
                TakeAll([{|CBS0014:name.RevealGiven()|}, "x"]);
                TakeMarked(phone.Reveal());
                TakeTyped(phone);
                TakeSpan(words.Reveal());
                TakeNumber(words.Reveal().Length);
                _ = new Pair({|CBS0014:name.RevealGiven()|}, name.RevealFamily());
                _ = new Pair("x", "y") { Bare = {|CBS0014:name.RevealGiven()|} };
                _ = new Party(name.RevealFamily(), phone, "x", "id", 3);
                Take("x");
            }

            private void Take(string text) { }
            private void TakeAll(IReadOnlyList<string> texts) { }
            private void TakeMarked([IdentityData] string text) { }
            private void TakeTyped(PhoneNumber phone) { }
            private void TakeSpan(ReadOnlySpan<char> text) { }
            private void TakeNumber(int length) { }
            private sealed record Pair(string Bare, [property: IdentityData] string Marked);
            """
        );

    /// <summary>Both sides of a method are watched, so nothing is lost between them.</summary>
    [Test]
    public Task What_says_what_it_is_is_watched_where_it_arrives() =>
        Example.MembersAsync<PatientDataAnalyzer>(
            """
            private static void Take(ILogger logger, [IdentityData] string text) => Log.Failed(logger, {|CBS0001:text|});

            [return: IdentityData] private static string Marked(PersonName name) => name.RevealFamily();

            private static void Use(ILogger logger, PersonName name) => Log.Failed(logger, {|CBS0001:Marked(name)|});
            """
        );

    private static Task RunAsync(string members) =>
        Example.MembersAsync<HandOverAnalyzer>("private readonly Party _party;\n" + members);
}
