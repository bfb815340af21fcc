namespace ChatbotSante.Bot.Clinics;

/// <summary>What the public page shows of the clinic.</summary>
internal sealed record ClinicPage(
    string Name,
    string Address,
    string Phone,
    IReadOnlyList<string> Opening
);
