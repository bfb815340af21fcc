using System.Diagnostics;
using System.Text.Json.Serialization;

namespace ChatbotSante.Redaction;

/// <summary>
/// What a patient wrote or said. Prints masked, refuses to be serialised, and gives its content away only through
/// <see cref="Reveal"/>: search for that name to see every place that reads a patient's words.
/// </summary>
[DebuggerDisplay("{Mask}")]
[JsonConverter(typeof(PatientTextRefusal))]
[IdentityData]
[HealthData]
public sealed class PatientText
{
    /// <summary>What every rendering of a patient's words looks like.</summary>
    public const string Mask = "[TEXTE]";

    private readonly string _text;

    public PatientText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    /// <summary>Length in UTF-16 code units.</summary>
    public int Length => _text.Length;

    /// <summary>The words themselves. Use them inside the turn; never log, store or send them.</summary>
    public string Reveal() => _text;

    public override string ToString() => Mask;
}
