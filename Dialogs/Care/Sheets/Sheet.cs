using System.Security.Cryptography;
using System.Text;

namespace ChatbotSante.Dialogs.Care.Sheets;

/// <summary>A text for patients that a professional of the clinic answers for: what to do before an act, a first gesture.</summary>
public sealed record Sheet
{
    /// <summary>Stable identifier: the act's, or <c>gestes-u4</c> for the first gestures of a family of emergencies.</summary>
    public required string Id { get; init; }

    /// <summary>As a patient reads it.</summary>
    public required string Title { get; init; }

    /// <summary>How patients name the act, in the notation of the lexicons.</summary>
    public required IReadOnlyList<string> Acts { get; init; }

    /// <summary>From 1; changes with the text.</summary>
    public required int Version { get; init; }

    /// <summary>What a patient reads, on one line.</summary>
    public required string Text { get; init; }

    /// <summary>Who signed; null for a sheet that nobody signed.</summary>
    public string? SignedBy { get; init; }

    /// <summary>What the signatory is: « médecin », « pharmacien »…</summary>
    public string? SignedAs { get; init; }

    public DateOnly? SignedOn { get; init; }

    /// <summary>What was signed: SHA-256 in lower-case hexadecimal, as <see cref="ComputeFingerprint"/> gives it.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Invented, for the demonstration: never served in Production.</summary>
    public bool IsDemonstration { get; init; }

    /// <summary>Whether a name, a date and a fingerprint are there. Whether the fingerprint is right is another question.</summary>
    public bool IsSigned => SignedBy is not null && SignedOn is not null && Fingerprint is not null;

    /// <summary>Whether it reads as it was signed.</summary>
    public bool IsIntact =>
        string.Equals(Fingerprint, ComputeFingerprint(), StringComparison.Ordinal);

    /// <summary>
    /// SHA-256 of the identifier, the version, the title, each of the acts and the text, each followed by a line feed, in UTF-8:
    /// neither the words nor what they are served for can change unseen.
    /// </summary>
    public string ComputeFingerprint()
    {
        var signed = new StringBuilder();
        signed.Append(Id).Append('\n').Append(Version).Append('\n').Append(Title).Append('\n');
        foreach (var act in Acts)
        {
            signed.Append(act).Append('\n');
        }

        signed.Append(Text).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(signed.ToString())));
    }
}
