using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Redaction;
using CsCheck;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs.Care;

public sealed class CodeGeneratorTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly byte[] Other = [.. Enumerable.Range(2, 32).Select(i => (byte)i)];

    [Test]
    public void A_code_is_six_digits_that_its_challenge_and_key_alone_give() =>
        Check.Sample(
            Gen.Guid,
            id =>
            {
                var challenge = new ChallengeId(id);
                var code = CodeGenerator.Of(Secret, challenge);
                Assert.That(code.Reveal(), Does.Match("^[0-9]{6}$"));
                Assert.That(CodeGenerator.Matches(Secret, challenge, code));
                Assert.That(CodeGenerator.Of(Secret, challenge), Is.EqualTo(code));
            }
        );

    [Test]
    public void Codes_are_spread_evenly_and_another_key_gives_others()
    {
        const int Count = 20_000;
        var firsts = new int[10];
        var same = 0;
        for (var i = 0; i < Count; i++)
        {
            var challenge = ChallengeId.New(DateTimeOffset.UnixEpoch.AddDays(20_000));
            var code = CodeGenerator.Of(Secret, challenge);
            firsts[code.Reveal()[0] - '0']++;
            same += CodeGenerator.Matches(Other, challenge, code) ? 1 : 0;
        }

        Assert.That(firsts, Is.All.InRange((Count / 10) - 300, (Count / 10) + 300));
        Assert.That(same, Is.LessThan(3));
    }

    [TestCase("042137", "042137")]
    [TestCase("042 137", "042137")]
    [TestCase("04-21-37", "042137")]
    public void A_code_is_read_as_people_type_it(string typed, string expected)
    {
        Assert.That(OneTimeCode.TryParse(typed, out var code));
        Assert.That(code.Reveal(), Is.EqualTo(expected));
    }

    [TestCase("")]
    [TestCase("12345")]
    [TestCase("1234567")]
    [TestCase("12345a")]
    [TestCase("12/34/56")]
    public void What_is_not_six_digits_is_no_code(string typed) =>
        Assert.That(OneTimeCode.TryParse(typed, out _), Is.False);
}
