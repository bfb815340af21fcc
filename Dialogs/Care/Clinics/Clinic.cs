using System.Collections.Frozen;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Care.Clinics;

/// <summary>An establishment, as its file describes it.</summary>
public sealed class Clinic
{
    private readonly FrozenDictionary<string, Practitioner> _byId;
    private readonly FrozenDictionary<string, string> _labels;

    /// <param name="practitioners">At least one.</param>
    /// <param name="specialties">At least those of the practitioners.</param>
    /// <param name="sites">At least one; the first is where a practitioner without a site receives.</param>
    public Clinic(
        IReadOnlyList<Practitioner> practitioners,
        IReadOnlyList<Specialty> specialties,
        IReadOnlyList<Site> sites
    )
    {
        ArgumentNullException.ThrowIfNull(practitioners);
        ArgumentNullException.ThrowIfNull(specialties);
        ArgumentNullException.ThrowIfNull(sites);
        Practitioners = practitioners;
        Specialties = specialties;
        Sites = sites;
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

    public required string Name { get; init; }

    /// <summary>The secretariat's number, as people write it.</summary>
    [OperationalData]
    public required string Phone { get; init; }

    /// <summary>The number answered day and night after an operation; null when the file has none.</summary>
    [OperationalData]
    public string? ContinuityPhone { get; init; }

    /// <summary>The region's poison centre; null when the file has none.</summary>
    [OperationalData]
    public string? PoisonCentrePhone { get; init; }
    public required string Visits { get; init; }

    /// <summary>Mailbox that is told, without content, that a call-back waits.</summary>
    public required string SecretariatMailbox { get; init; }

    /// <summary>Who short messages come from: neutral, at most eleven letters and digits; null when the file has none.</summary>
    public string? SmsSender { get; init; }
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>Hours of the reception.</summary>
    public required IReadOnlyList<OpeningPeriod> Opening { get; init; }

    /// <summary>Hours at which the secretariat answers the telephone.</summary>
    public required IReadOnlyList<OpeningPeriod> SecretariatHours { get; init; }

    /// <summary>What the clinic tells of itself, by topic (<c>papers</c>, <c>pre_admission</c>): the end of a sentence.</summary>
    public IReadOnlyDictionary<string, string> Information { get; init; } =
        FrozenDictionary<string, string>.Empty;

    /// <summary>How to reach who answers for personal data; null: by the secretariat.</summary>
    public string? DataProtectionContact { get; init; }

    /// <summary>Days on which nobody is received, beside the public holidays.</summary>
    public IReadOnlyList<ClosedPeriod> Closures { get; init; } = [];
    public required SlotRules Slots { get; init; }
    public IReadOnlyList<VisitReason> VisitReasons { get; init; } = [];
    public IReadOnlyList<Procedure> Procedures { get; init; } = [];
    public IReadOnlyList<Practitioner> Practitioners { get; }
    public IReadOnlyList<Specialty> Specialties { get; }

    /// <summary>Where patients are received; the first is the main one.</summary>
    public IReadOnlyList<Site> Sites { get; }

    /// <summary>Address of the main site.</summary>
    public string Address => Sites[0].Address;

    /// <summary>Where to park at the main site.</summary>
    public string Parking => Sites[0].Parking;

    /// <summary>The practitioner with this identifier, or null.</summary>
    public Practitioner? Find(string practitionerId) => _byId.GetValueOrDefault(practitionerId);

    /// <summary>How a specialty is written, or its identifier when the file has no label.</summary>
    public string LabelOf(string specialtyId) =>
        _labels.GetValueOrDefault(specialtyId, specialtyId);

    /// <summary>The visit reason with this identifier, or null.</summary>
    public VisitReason? FindReason(string reasonId) =>
        VisitReasons.FirstOrDefault(reason =>
            string.Equals(reason.Id, reasonId, StringComparison.Ordinal)
        );

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

    /// <summary>The last day on which the agenda is open.</summary>
    public DateOnly Horizon(DateTimeOffset now) => Today(now).AddDays(Slots.HorizonDays);

    /// <summary>Where a schedule receives.</summary>
    public Site SiteOf(string schedule) =>
        Find(schedule)?.Site is { } id
            ? Sites.First(site => string.Equals(site.Id, id, StringComparison.Ordinal))
            : Sites[0];

    /// <summary>The rules of a schedule: its own, or the clinic's.</summary>
    public SlotRules RulesOf(string schedule) => Find(schedule)?.Slots ?? Slots;

    /// <summary>Whether the clinic receives nobody on a day, public holidays aside.</summary>
    public bool IsClosed(DateOnly day) => Contains(Closures, day);

    /// <summary>Whether a schedule receives nobody on a day on which the clinic is open.</summary>
    public bool IsAbsent(string schedule, DateOnly day) =>
        Find(schedule) is { } practitioner && Contains(practitioner.Absences, day);

    /// <summary>The reasons among which to ask: those of the specialty, where they change how many slots a visit takes. Empty: not asked.</summary>
    public IReadOnlyList<VisitReason> ReasonsToAsk(string? specialty, string? practitioner)
    {
        if (VisitReasons.Count == 0)
        {
            return [];
        }

        var serving = Serving(specialty, practitioner);
        var reasons = ReasonsOf(serving);
        return serving.Any(p => HasSeveralLengths(reasons, RulesOf(p.Id))) ? reasons : [];
    }

    /// <summary>
    /// How long a visit is: what its reason says; for a reason that is not known, the longest, so that whatever it is fits; one
    /// slot (null) when the file has no reason for it.
    /// </summary>
    public TimeSpan? VisitLength(string? specialty, string? practitioner, string? reason)
    {
        if (reason is not null && FindReason(reason) is { } known)
        {
            return known.Length;
        }

        return VisitReasons.Count == 0
            ? null
            : ReasonsOf(Serving(specialty, practitioner))
                .Select(r => (TimeSpan?)r.Length)
                .DefaultIfEmpty(null)
                .Max();
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

    private List<VisitReason> ReasonsOf(IReadOnlyList<Practitioner> serving) =>
        [
            .. VisitReasons.Where(reason =>
                serving.Any(p =>
                    string.Equals(p.Specialty, reason.Specialty, StringComparison.Ordinal)
                )
            ),
        ];

    private static bool HasSeveralLengths(IEnumerable<VisitReason> reasons, SlotRules rules) =>
        reasons.Select(reason => rules.CountFor(reason.Length)).Distinct().Skip(1).Any();

    private static bool Contains(IReadOnlyList<ClosedPeriod> periods, DateOnly day)
    {
        foreach (var period in periods)
        {
            if (period.Contains(day))
            {
                return true;
            }
        }

        return false;
    }
}
