using System.Security.Claims;
using ChatbotSante.Bot.Ports;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatbotSante.Bot.Channels.DirectLine;

/// <summary>Tokens of the web chat: signed, short-lived, each bound to one conversation and one user.</summary>
internal sealed class DirectLineToken
{
    /// <summary>What a token may do: speak in a conversation, or only open its stream.</summary>
    private const string UseClaim = "use";

    private const string ConversationClaim = "conv";

    /// <summary>DirectLineJS reads the user's id from this claim.</summary>
    private const string UserClaim = "user";

    private const string Issuer = "chatbotsante";
    private static readonly TimeSpan StreamLifetime = TimeSpan.FromMinutes(1);
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly SigningCredentials _credentials;
    private readonly TokenValidationParameters _validation;
    private readonly TimeProvider _clock;

    /// <param name="secrets">For the signing key.</param>
    /// <param name="clock">The process's clock: tokens are about sessions, not about the clinic's day.</param>
    public DirectLineToken(IInstallationSecrets secrets, TimeProvider clock)
    {
        _clock = clock;
        var key = new SymmetricSecurityKey(secrets.Derive("direct-line-tokens"));
        _credentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256);
        _validation = new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = Issuer,
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            RequireExpirationTime = true,
            LifetimeValidator = (_, expires, _, _) =>
                expires is { } end && end > clock.GetUtcNow().UtcDateTime,
        };
    }

    /// <summary>A token to speak in a conversation.</summary>
    public string Issue(DirectLineSession session, TimeSpan lifetime) =>
        Issue(session, "chat", lifetime);

    /// <summary>A token to open the stream of a conversation: it stands in an address, so it lives one minute and can do nothing else.</summary>
    public string IssueForStream(DirectLineSession session) =>
        Issue(session, "stream", StreamLifetime);

    /// <summary>Reads a token to speak.</summary>
    public ValueTask<TokenCheck> CheckAsync(string token) => CheckAsync(token, "chat");

    /// <summary>Reads a token to open a stream.</summary>
    public ValueTask<TokenCheck> CheckForStreamAsync(string token) => CheckAsync(token, "stream");

    private string Issue(DirectLineSession session, string use, TimeSpan lifetime)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        return _handler.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = Issuer,
                IssuedAt = now,
                NotBefore = now,
                Expires = now + lifetime,
                SigningCredentials = _credentials,
                Subject = new ClaimsIdentity([
                    new Claim(ConversationClaim, session.ConversationId),
                    new Claim(UserClaim, session.UserId),
                    new Claim(UseClaim, use),
                ]),
            }
        );
    }

    private async ValueTask<TokenCheck> CheckAsync(string token, string use)
    {
        var result = await _handler.ValidateTokenAsync(token, _validation);
        if (!result.IsValid)
        {
            return new TokenCheck(
                null,
                result.Exception
                    is SecurityTokenInvalidLifetimeException
                        or SecurityTokenExpiredException
            );
        }

        var conversation = Claim(result, ConversationClaim);
        var user = Claim(result, UserClaim);
        var matches = string.Equals(Claim(result, UseClaim), use, StringComparison.Ordinal);
        return matches && conversation is not null && user is not null
            ? new TokenCheck(new DirectLineSession(conversation, user), IsExpired: false)
            : new TokenCheck(null, IsExpired: false);
    }

    private static string? Claim(TokenValidationResult result, string name) =>
        result.Claims.TryGetValue(name, out var value) ? value as string : null;
}
