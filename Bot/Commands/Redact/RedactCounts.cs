namespace ChatbotSante.Bot.Commands.Redact;

/// <summary>What was read.</summary>
/// <param name="Bytes">Bytes of the input.</param>
/// <param name="Lines">Lines of the input, empty ones too.</param>
/// <param name="Refused">Lines that could not be read.</param>
/// <param name="FirstRefused">The number of the first of them, from 1; 0 when there is none.</param>
internal readonly record struct RedactCounts(
    long Bytes,
    long Lines,
    long Refused,
    long FirstRefused
)
{
    /// <summary>Adds what comes after.</summary>
    public RedactCounts Then(RedactCounts next) =>
        new(
            Bytes + next.Bytes,
            Lines + next.Lines,
            Refused + next.Refused,
            FirstRefused > 0 ? FirstRefused : next.FirstRefused
        );
}
