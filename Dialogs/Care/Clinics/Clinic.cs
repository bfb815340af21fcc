using System.Collections.Frozen;

namespace ChatbotSante.Dialogs.Care.Clinics;

/// <summary>An establishment, as its file describes it.</summary>
public sealed class Clinic
{
    private readonly FrozenDictionary<string, Practitioner> _byId;

    public Clinic(IReadOnlyList<Practitioner> practitioners, IReadOnlyList<Specialty> specialties)
    {
        ArgumentNullException.ThrowIfNull(practitioners);
        ArgumentNullException.ThrowIfNull(specialties);
        Practitioners = practitioners;
        Specialties = specialties;
        _byId = practitioners.ToFrozenDictionary(
            practitioner => practitioner.Id,
            StringComparer.Ordinal
        );
        _labels = specialties.ToFrozenDictionary(
            specialty => specialty.Id,
            specialty => specialty.Label,
            StringComparer.Ordinal
        );
    }

    private readonly FrozenDictionary<string, string> _labels;

    public required string Name { get; init; }
    public required string Address { get; init; }

    /// <summary>The secretariat's number, as people write it.</summary>
    public required string Phone { get; init; }

    /// <summary>The number answered day and night after an operation; null when the file has none.</summary>
    public string? ContinuityPhone { get; init; }

    /// <summary>The region's poison centre; null when the file has none.</summary>
    public string? PoisonCentrePhone { get; init; }
    public required string Parking { get; init; }
    public required string Visits { get; init; }

    /// <summary>Mailbox that is told, without content, that a call-back waits.</summary>
    public required string SecretariatMailbox { get; init; }
    public required TimeZoneInfo TimeZone { get; init; }
    public required IReadOnlyList<OpeningPeriod> Opening { get; init; }
    public required SlotRules Slots { get; init; }
    public IReadOnlyList<Practitioner> Practitioners { get; }
    public IReadOnlyList<Specialty> Specialties { get; }

    /// <summary>The practitioner with this identifier, or null.</summary>
    public Practitioner? Find(string practitionerId) => _byId.GetValueOrDefault(practitionerId);

    /// <summary>How a specialty is written, or its identifier when the file has no label.</summary>
    public string LabelOf(string specialtyId) =>
        _labels.GetValueOrDefault(specialtyId, specialtyId);

    /// <summary>The schedules a request can be served by.</summary>
    public IReadOnlyList<Practitioner> Serving(string? specialty, string? practitioner)
    {
        if (practitioner is not null)
        {
            return Find(practitioner) is { } one ? [one] : [];
        }

        return specialty is null
            ? []
            :
            [
                .. Practitioners.Where(p =>
                    string.Equals(p.Specialty, specialty, StringComparison.Ordinal)
                ),
            ];
    }

    /// <summary>The clinic's wall clock at an instant.</summary>
    public DateTime Local(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, TimeZone).DateTime;

    /// <summary>The clinic's date at an instant.</summary>
    public DateOnly Today(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    /// <summary>The instant of a wall-clock time; in the hour that comes twice, the first one.</summary>
    public DateTimeOffset Instant(DateTime local)
    {
        var offset = TimeZone.IsAmbiguousTime(local)
            ? TimeZone.GetAmbiguousTimeOffsets(local).Max()
            : TimeZone.GetUtcOffset(local);
        return new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), offset);
    }
}
