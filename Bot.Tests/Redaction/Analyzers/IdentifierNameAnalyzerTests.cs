using ChatbotSante.Redaction.Analyzers;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction.Analyzers;

public sealed class IdentifierNameAnalyzerTests
{
    [TestCase("string {|CBS0009:nir|}")]
    [TestCase("string {|CBS0009:phone|}")]
    [TestCase("string {|CBS0009:homePhone|}")]
    [TestCase("string {|CBS0009:telephone|}")]
    [TestCase("string {|CBS0009:phoneNumber|}")]
    [TestCase("string {|CBS0009:birthDate|}")]
    [TestCase("string {|CBS0009:dateOfBirth|}")]
    [TestCase("string {|CBS0009:patientId|}")]
    [TestCase("string {|CBS0009:email|}")]
    [TestCase("string {|CBS0009:iban|}")]
    [TestCase("string {|CBS0009:patient_nir|}")]
    [TestCase("IReadOnlyList<string> {|CBS0009:phones|}")]
    [TestCase("string[] {|CBS0009:emails|}")]
    [TestCase("ReadOnlySpan<char> {|CBS0009:nir|}")]
    public Task An_identifier_is_no_bare_text(string parameter) =>
        Example.MembersAsync<IdentifierNameAnalyzer>($"internal void Take({parameter}) {{ }}");

    [TestCase("PhoneNumber phone")]
    [TestCase("BirthDate? birthDate")]
    [TestCase("[IdentityData] string phone")]
    [TestCase("[OperationalData] string phone")]
    [TestCase("string souvenir")]
    [TestCase("string bins")]
    [TestCase("string phoneRegion")]
    [TestCase("string emailSubject")]
    [TestCase("string text")]
    [TestCase("int email")]
    public Task What_is_typed_marked_or_named_otherwise_is_taken(string parameter) =>
        Example.MembersAsync<IdentifierNameAnalyzer>($"internal void Take({parameter}) {{ }}");

    [Test]
    public Task A_property_and_a_record_are_looked_at_too() =>
        Example.MembersAsync<IdentifierNameAnalyzer>(
            """
            public string {|CBS0009:Nir|} { get; init; }
            [IdentityData] public string Phone { get; init; }
            internal sealed record Bare(string {|CBS0009:Email|}, int Count);
            internal sealed record Marked([IdentityData] string Email, [property: IdentityData] string Phone);
            """
        );
}
