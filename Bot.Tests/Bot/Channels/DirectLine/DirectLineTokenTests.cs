using System.Security.Claims;
using System.Text;
using ChatbotSante.Bot.Channels.DirectLine;
using ChatbotSante.Bot.Sealing;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Channels.DirectLine;

public sealed class DirectLineTokenTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly DirectLineSession Session = new("c1", "dl_1");
    private static readonly MasterKey Secrets = new([
        .. Enumerable.Repeat((byte)5, MasterKey.Length),
    ]);
    private readonly FakeTimeProvider _clock = new(Now);

    private DirectLineToken Tokens => new(Secrets, _clock);

    [Test]
    public async Task A_token_names_its_conversation_and_its_user_until_it_expires()
    {
        var token = Tokens.Issue(Session, TimeSpan.FromMinutes(2));

        Assert.That(
            await Tokens.CheckAsync(token),
            Is.EqualTo(new TokenCheck(Session, IsExpired: false))
        );
        _clock.Advance(TimeSpan.FromMinutes(2) - TimeSpan.FromSeconds(1));
        Assert.That((await Tokens.CheckAsync(token)).Session, Is.EqualTo(Session));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That(
            await Tokens.CheckAsync(token),
            Is.EqualTo(new TokenCheck(null, IsExpired: true))
        );
    }

    [Test]
    public async Task A_token_of_the_stream_does_not_speak_and_a_token_to_speak_opens_no_stream()
    {
        Assert.That(
            await Tokens.CheckAsync(Tokens.IssueForStream(Session)),
            Is.EqualTo(default(TokenCheck))
        );
        Assert.That(
            await Tokens.CheckForStreamAsync(Tokens.Issue(Session, TimeSpan.FromMinutes(2))),
            Is.EqualTo(default(TokenCheck))
        );
        Assert.That(
            (await Tokens.CheckForStreamAsync(Tokens.IssueForStream(Session))).Session,
            Is.EqualTo(Session)
        );
    }

    [Test]
    public async Task A_token_of_the_stream_lives_one_minute()
    {
        var token = Tokens.IssueForStream(Session);

        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.That(
            await Tokens.CheckForStreamAsync(token),
            Is.EqualTo(new TokenCheck(null, IsExpired: true))
        );
    }

    [Test]
    public async Task A_token_without_a_signature_is_refused()
    {
        var signed = Tokens.Issue(Session, TimeSpan.FromMinutes(2)).Split('.');
        var header = Base64UrlEncoder.Encode("{\"alg\":\"none\",\"typ\":\"JWT\"}");

        Assert.That(
            await Tokens.CheckAsync($"{header}.{signed[1]}."),
            Is.EqualTo(default(TokenCheck))
        );
        Assert.That(
            await Tokens.CheckAsync($"{signed[0]}.{signed[1]}."),
            Is.EqualTo(default(TokenCheck))
        );
        Assert.That(
            await Tokens.CheckAsync($"{header}.{signed[1]}.{signed[2]}"),
            Is.EqualTo(default(TokenCheck))
        );
    }

    [Test]
    public async Task An_altered_token_is_refused_and_is_not_said_to_have_expired()
    {
        var parts = Tokens.Issue(Session, TimeSpan.FromMinutes(2)).Split('.');
        var claims = Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(parts[1]));
        var other = Base64UrlEncoder.Encode(
            claims.Replace("\"c1\"", "\"c2\"", StringComparison.Ordinal)
        );
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.That(
            await Tokens.CheckAsync($"{parts[0]}.{other}.{parts[2]}"),
            Is.EqualTo(default(TokenCheck))
        );
    }

    [TestCase("other", "chatbotsante", "chatbotsante", "HS256", true)]
    [TestCase("direct-line-tokens", "other", "chatbotsante", "HS256", true)]
    [TestCase("direct-line-tokens", "chatbotsante", "other", "HS256", true)]
    [TestCase("direct-line-tokens", "chatbotsante", "chatbotsante", "HS512", true)]
    [TestCase("direct-line-tokens", "chatbotsante", "chatbotsante", "HS256", false)]
    public async Task A_token_of_another_key_issuer_audience_algorithm_or_without_end_is_refused(
        string key,
        string issuer,
        string audience,
        string algorithm,
        bool ends
    )
    {
        var secret = Secrets.Derive(key);
        var signing = new SymmetricSecurityKey(
            algorithm == "HS512" ? [.. secret, .. secret] : secret
        );
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = issuer,
                Audience = audience,
                Expires = ends ? Now.UtcDateTime.AddMinutes(5) : null,
                SigningCredentials = new SigningCredentials(signing, algorithm),
                Subject = new ClaimsIdentity([
                    new("conv", "c1"),
                    new("user", "dl_1"),
                    new("use", "chat"),
                ]),
            }
        );

        Assert.That((await Tokens.CheckAsync(token)).Session, Is.Null);
    }

    [TestCase("")]
    [TestCase("a")]
    [TestCase("a.b.c")]
    [TestCase("....")]
    public async Task What_is_no_token_is_refused(string token) =>
        Assert.That(await Tokens.CheckAsync(token), Is.EqualTo(default(TokenCheck)));
}
