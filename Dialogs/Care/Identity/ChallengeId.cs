namespace ChatbotSante.Dialogs.Care.Identity;

/// <summary>Identifies one code asked for. A version 7 UUID, safe to log; the code itself cannot be told from it without the installation's key.</summary>
public readonly record struct ChallengeId(Guid Value)
{
    /// <summary>A new identifier; its time part comes from the clinic's clock.</summary>
    public static ChallengeId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString("N");
}
