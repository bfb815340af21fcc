using System.Runtime.InteropServices;

namespace ChatbotSante.Dialogs.Nlu;

/// <summary>With whom an appointment is asked for, in the words of the clinic's file.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClinicRequest
{
    /// <summary>Identifier of a specialty of the clinic, or the label of one it does not have.</summary>
    public string? Specialty { get; init; }

    /// <summary>Identifier of a practitioner, whose surname is said to be a practitioner's.</summary>
    public string? Practitioner { get; init; }

    /// <summary>Identifier of a practitioner whose surname was said, and no more: it may be somebody's own.</summary>
    public string? Namesake { get; init; }

    /// <summary>Whether the clinic's own words say it.</summary>
    public bool IsOwn { get; init; }

    public bool IsEmpty => Specialty is null && Practitioner is null && Namesake is null;
}
