namespace ChatbotSante.Bot.Clinics;

/// <summary>Which establishment this is. Section <c>Clinic</c>.</summary>
public sealed class ClinicOptions
{
    /// <summary>The file that describes it. Empty: the demonstration clinic, refused in Production.</summary>
    public string File { get; init; } = string.Empty;
}
