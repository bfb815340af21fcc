namespace ChatbotSante.Dialogs.Care.Identity;

/// <summary>How much a code may be tried and sent: a guess succeeds with a probability of 15 in a million a day and number.</summary>
public static class CodeLimits
{
    /// <summary>Codes sent to one number in one day of the clinic, in all conversations (SMS pumping).</summary>
    public const int SendsPerDay = 3;

    /// <summary>Wrong codes before the challenge ends.</summary>
    public const int Tries = 5;

    /// <summary>How long a code is good for.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
}
