using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Scaling;

/// <summary>What a patient wrote, shown back to their own page. Lives in memory only, and is never stored.</summary>
internal sealed record Echo(
    long Sequence,
    DateTimeOffset At,
    PatientText Text,
    string? ClientActivityId
);
