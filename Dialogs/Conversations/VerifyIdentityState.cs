using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>What is known of a person being verified. The code itself is not here, nor anywhere.</summary>
public sealed record VerifyIdentityState : DialogState
{
    [IdentityData]
    public PersonName? Name { get; init; }

    [IdentityData]
    public BirthDate? BirthDate { get; init; }

    [IdentityData]
    public PhoneNumber? Phone { get; init; }

    /// <summary>The code asked for last.</summary>
    public ChallengeId? Challenge { get; init; }

    /// <summary>What it opens; null when nobody has it: such a challenge goes on like any other, and is never met.</summary>
    public AccessScope? Scope { get; init; }

    /// <summary>Until when the code is good.</summary>
    public DateTimeOffset? GoodUntil { get; init; }

    /// <summary>Codes typed since it was sent.</summary>
    public int Tries { get; init; }
}
