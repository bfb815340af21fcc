using ChatbotSante.Redaction.Analyzers;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction.Analyzers;

public sealed class SerialisedWordsAnalyzerTests
{
    [TestCase("public PatientText Words { get; init; }")]
    [TestCase("public PatientText? Words { get; init; }")]
    [TestCase("public FoldedText Words { get; init; }")]
    [TestCase("public IReadOnlyList<PatientText> Words { get; init; }")]
    [TestCase("public Dictionary<string, PatientText[]> Words { get; init; }")]
    [TestCase("public Inner Inside { get; init; }")]
    [TestCase("public List<Inner> Inside { get; init; }")]
    [TestCase("[JsonInclude] internal PatientText Words { get; init; }")]
    [TestCase("[JsonInclude] public PatientText Words;")]
    public Task A_type_that_holds_words_is_not_registered(string member) =>
        RunAsync(member, "{|CBS0011:JsonSerializable(typeof(Held))|}");

    [TestCase("public PatientText? Words { get; init; }")]
    public Task Neither_is_a_collection_of_it(string member) =>
        RunAsync(member, "{|CBS0011:JsonSerializable(typeof(List<Held>))|}");

    [TestCase("public PhoneNumber Phone { get; init; }")]
    [TestCase("[JsonIgnore] public PatientText? Words { get; init; }")]
    [TestCase(
        "[JsonConverter(typeof(PatientTextRefusal))] public PatientText? Words { get; init; }"
    )]
    [TestCase("private PatientText? Words { get; init; }")]
    [TestCase("public static PatientText? Words { get; }")]
    [TestCase("public Held? Again { get; init; }")]
    public Task A_type_that_writes_none_is(string member) =>
        RunAsync(member, "JsonSerializable(typeof(Held))");

    [Test]
    public Task The_serialiser_is_not_handed_one_either() =>
        Example.StatementsAsync<SerialisedWordsAnalyzer>(
            """
            {|CBS0011:JsonSerializer.Serialize(words)|};
            {|CBS0011:JsonSerializer.Serialize((IReadOnlyList<PatientText>)[words])|};
            {|CBS0011:JsonSerializer.Deserialize<PatientText>("x")|};
            JsonSerializer.Serialize(party);
            """
        );

    private static Task RunAsync(string member, string attribute) =>
        Example.FileAsync<SerialisedWordsAnalyzer>(
            $$"""
            namespace ChatbotSante.Example
            {
                #nullable enable
                public sealed record Inner(PatientText Words);

                public sealed record Held
                {
                    {{member}}
                }

                [{{attribute}}]
                public abstract class Context(JsonSerializerOptions options) : JsonSerializerContext(options);
            }
            """
        );
}
