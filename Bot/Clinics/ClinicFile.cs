using System.Net.Mail;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Conversations;
using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Clinics;

/// <summary>
/// The clinic's file, key by key; <c>deployment/clinic-file.md</c> explains each. What is unknown, missing or contradicts
/// something else is refused with its line, all of it in one reading.
/// </summary>
internal sealed class ClinicFile(FileSection root, ClinicRefusals refusals)
{
    private const int MaxIdLength = 64;
    private const int DefaultSlotMinutes = 30;
    private const int DefaultHorizonDays = 90;
    private readonly Dictionary<string, string> _specialtyOfWord = new(StringComparer.Ordinal);

    /// <exception cref="ClinicFileException">Something is refused.</exception>
    public Clinic ToClinic()
    {
        var name = root.Required("name").Value;
        var phone = Phone(root.Required("phone"), "phone");
        var continuity = OptionalPhone("continuity_phone");
        var poisonCentre = OptionalPhone("poison_centre_phone");
        var mailbox = Mailbox();
        var sender = SmsSender();
        var zone = Zone();
        var sites = Sites(name);
        var visits = root.Required("visits").Value;
        var opening = HoursReader.Week(root, "opening");
        if (opening is null or [])
        {
            root.Refuse(
                root.LineOf("opening") ?? root.Line,
                "opening has no hours: patients ask for them."
            );
        }

        var secretariat = HoursReader.Week(root, "secretariat_hours") ?? opening ?? [];
        var slots = Slots(opening ?? []);
        var closures = Periods(root, "closures");
        var specialties = Specialties();
        var practitioners = Practitioners(specialties, sites, slots, opening ?? []);
        var reasons = VisitReasons(specialties, practitioners, slots);
        var procedures = Procedures(continuity);
        var information = Information();
        var dataProtection = root.Optional("data_protection_contact")?.Value;
        root.Close();
        refusals.ThrowIfAny();
        return new Clinic(practitioners, specialties, sites)
        {
            Name = name,
            Phone = phone,
            ContinuityPhone = continuity,
            PoisonCentrePhone = poisonCentre,
            SecretariatMailbox = mailbox,
            SmsSender = sender,
            Visits = visits,
            TimeZone = zone,
            Opening = [.. opening!.Select(hours => hours.Period)],
            SecretariatHours = [.. secretariat.Select(hours => hours.Period)],
            Slots = slots,
            Closures = closures,
            VisitReasons = reasons,
            Procedures = procedures,
            Information = information,
            DataProtectionContact = dataProtection,
        };
    }

    /// <summary>What the clinic tells of itself, by topic: only what a patient may ask for.</summary>
    private Dictionary<string, string> Information()
    {
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        if (root.Section("information") is not { } section)
        {
            return told;
        }

        foreach (var topic in ClinicFacts.Keys)
        {
            if (section.Optional(topic) is { } text)
            {
                told.Add(topic, text.Value);
            }
        }

        section.Close();
        return told;
    }

    private string Phone(Written written, string key)
    {
        if (written.Value.Length > 0 && !PhoneNumber.TryParse(written.Value, out _))
        {
            root.Refuse(
                written.Line,
                $"{key} {written.Value} is no telephone number: write it as patients dial it, such as 02 61 91 10 00."
            );
        }

        return written.Value;
    }

    private string? OptionalPhone(string key) =>
        root.Optional(key) is { } written ? Phone(written, key) : null;

    private string Mailbox()
    {
        var mailbox = root.Required("secretariat_mailbox");
        if (mailbox.Value.Length > 0 && !MailAddress.TryCreate(mailbox.Value, out _))
        {
            root.Refuse(mailbox.Line, $"secretariat_mailbox {mailbox.Value} is no mailbox.");
        }

        return mailbox.Value;
    }

    private string? SmsSender()
    {
        if (root.Optional("sms_sender") is not { } sender)
        {
            return null;
        }

        var isSender =
            sender.Value.Length is >= 3 and <= 11
            && sender.Value.All(char.IsAsciiLetterOrDigit)
            && sender.Value.Any(char.IsAsciiLetter);
        if (!isSender)
        {
            root.Refuse(
                sender.Line,
                $"sms_sender {sender.Value}: networks show 3 to 11 letters and digits, at least one letter, no space."
            );
        }

        return sender.Value;
    }

    private TimeZoneInfo Zone()
    {
        var id = root.Optional("time_zone") ?? new Written("Europe/Paris", root.Line);
        if (TimeZoneInfo.TryFindSystemTimeZoneById(id.Value, out var zone))
        {
            return zone;
        }

        root.Refuse(id.Line, $"time_zone {id.Value} is not known: write one such as Europe/Paris.");
        return TimeZoneInfo.Utc;
    }

    private Site[] Sites(string clinic)
    {
        var sections = root.Sections("sites");
        if (sections.Count == 0)
        {
            return
            [
                new Site(
                    "principal",
                    clinic,
                    root.Required("address").Value,
                    root.Required("parking").Value,
                    root.Optional("access")?.Value
                ),
            ];
        }

        foreach (var key in (string[])["address", "parking", "access"])
        {
            if (root.LineOf(key) is { } line)
            {
                root.Refuse(line, $"{key} stands beside sites: give each site its own.");
            }
        }

        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        var sites = new List<Site>();
        foreach (var section in sections)
        {
            sites.Add(
                new Site(
                    Id(section, "site", ids),
                    section.Required("name").Value,
                    section.Required("address").Value,
                    section.Required("parking").Value,
                    section.Optional("access")?.Value
                )
            );
            section.Close();
        }

        return [.. sites];
    }

    private SlotRules Slots(IReadOnlyList<WrittenHours> opening)
    {
        if (root.Section("slots") is not { } section)
        {
            root.Refuse(
                root.Line,
                "slots is missing: say at what hours appointments can start, such as { hours: [\"09:00-12:00\"] }."
            );
            return new SlotRules(TimeSpan.FromMinutes(DefaultSlotMinutes), [], DefaultHorizonDays);
        }

        var length = TimeSpan.FromMinutes(
            section.Number("length_minutes", 5, 240) ?? DefaultSlotMinutes
        );
        var horizon = section.Number("horizon_days", 1, 365) ?? DefaultHorizonDays;
        var hours = SlotHours(section) ?? HoursReader.On(section, WeekText.Days("mon-fri")!);
        if (section.LineOf("hours") is null)
        {
            section.Refuse(
                section.Line,
                "slots: hours is missing: say when appointments can start, such as [\"09:00-12:00\"]."
            );
        }

        section.Close();
        Check(section, hours, length, opening);
        return new SlotRules(length, [.. hours.Select(h => h.Period)], horizon);
    }

    /// <summary>Hours by day, or hours beside days; null when no days are named.</summary>
    private static IReadOnlyList<WrittenHours>? SlotHours(FileSection section)
    {
        if (!section.IsTable("hours"))
        {
            return HoursReader.Days(section) is { } days ? HoursReader.On(section, days) : null;
        }

        if (section.LineOf("days") is { } line)
        {
            section.Refuse(
                line,
                "days stands beside hours that name their days already: leave one."
            );
        }

        return HoursReader.Week(section, "hours");
    }

    private static void Check(
        FileSection section,
        IReadOnlyList<WrittenHours> hours,
        TimeSpan length,
        IReadOnlyList<WrittenHours> opening
    )
    {
        HoursReader.RequireRoom(section, hours, length);
        if (opening.Count > 0)
        {
            HoursReader.RequireWithin(section, hours, opening);
        }
    }

    private Specialty[] Specialties()
    {
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        var specialties = new List<Specialty>();
        foreach (var section in root.Sections("specialties"))
        {
            var id = Id(section, "specialty", ids);
            var label = section.Optional("label")?.Value ?? id;
            var words = section.Texts("words");
            section.Close();
            foreach (
                var word in words
                    .Append(new Written(id, section.Line))
                    .Where(w => w.Value.Length > 0)
            )
            {
                var folded = FoldedText.FoldWord(word.Value);
                if (!_specialtyOfWord.TryAdd(folded, id) && _specialtyOfWord[folded] != id)
                {
                    section.Refuse(
                        word.Line,
                        $"« {word.Value} » means {id} here and {_specialtyOfWord[folded]} above: leave it to one of them."
                    );
                }
            }

            specialties.Add(new Specialty(id, label, [.. words.Select(word => word.Value)]));
        }

        return [.. specialties];
    }

    private Practitioner[] Practitioners(
        Specialty[] specialties,
        Site[] sites,
        SlotRules slots,
        IReadOnlyList<WrittenHours> opening
    )
    {
        var sections = root.Sections("practitioners");
        if (sections.Count == 0)
        {
            root.Refuse(
                root.LineOf("practitioners") ?? root.Line,
                "practitioners is empty: nobody could be booked with."
            );
        }

        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        var practitioners = new List<Practitioner>();
        foreach (var section in sections)
        {
            var id = Id(section, "practitioner", ids);
            practitioners.Add(
                new Practitioner(
                    id,
                    section.Optional("name")?.Value,
                    section.Optional("title")?.Value,
                    SpecialtyOf(section, $"practitioner {id}", specialties)
                )
                {
                    Site = SiteOf(section, id, sites),
                    Slots = OwnSlots(section, slots, opening),
                    Absences = Periods(section, "absences"),
                }
            );
            section.Close();
        }

        return [.. practitioners];
    }

    private static string? SiteOf(FileSection section, string practitioner, Site[] sites)
    {
        var site = section.Optional("site");
        if (site is null && sites.Length > 1)
        {
            section.Refuse(
                section.Line,
                $"practitioner {practitioner} names no site, and there are {sites.Length}: patients must know where to go."
            );
        }

        if (site is { } written && !Array.Exists(sites, s => s.Id == written.Value))
        {
            section.Refuse(
                written.Line,
                $"practitioner {practitioner} has a site that sites does not list: {written.Value}."
            );
        }

        return site?.Value;
    }

    /// <summary>Own hours, days or length of slots; what is not said is the clinic's. Null when nothing is.</summary>
    private static SlotRules? OwnSlots(
        FileSection section,
        SlotRules slots,
        IReadOnlyList<WrittenHours> opening
    )
    {
        var minutes = section.Number("length_minutes", 5, 240);
        var length = minutes is { } own ? TimeSpan.FromMinutes(own) : slots.Length;
        var hasHours = section.LineOf("hours") is not null;
        var days = section.IsTable("hours") ? null : HoursReader.Days(section);
        IReadOnlyList<WrittenHours>? hours = null;
        if (hasHours)
        {
            hours =
                SlotHours(section)
                ?? HoursReader.On(section, [.. slots.Windows.Select(w => w.Day).Distinct()]);
        }
        else if (days is not null)
        {
            hours =
            [
                .. slots
                    .Windows.Where(window => days.Contains(window.Day))
                    .Select(window => new WrittenHours(window, section.LineOf("days")!.Value)),
            ];
        }
        else if (minutes is not null)
        {
            hours =
            [
                .. slots.Windows.Select(window => new WrittenHours(
                    window,
                    section.LineOf("length_minutes")!.Value
                )),
            ];
        }

        if (hours is null)
        {
            return null;
        }

        if (hours.Count == 0 && !hasHours)
        {
            section.Refuse(
                section.LineOf("days") ?? section.Line,
                "the clinic's hours have none on these days: give this practitioner hours."
            );
        }

        Check(section, hours, length, opening);
        return slots with { Length = length, Windows = [.. hours.Select(h => h.Period)] };
    }

    private VisitReason[] VisitReasons(
        Specialty[] specialties,
        Practitioner[] practitioners,
        SlotRules slots
    )
    {
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        var reasonOfWord = new Dictionary<(string, string), string>();
        var reasons = new List<VisitReason>();
        foreach (var section in root.Sections("visit_reasons"))
        {
            var id = Id(section, "visit reason", ids);
            var specialty = SpecialtyOf(section, $"visit reason {id}", specialties);
            var label = section.Required("label");
            var words = section.Texts("words");
            var minutes = section.Number("length_minutes", 5, 480);
            if (minutes is null && section.LineOf("length_minutes") is null)
            {
                section.Refuse(section.Line, $"visit reason {id} has no length_minutes.");
            }

            section.Close();
            foreach (var word in words.Append(label).Where(w => w.Value.Length > 0))
            {
                var key = (specialty, FoldedText.FoldWord(word.Value));
                if (!reasonOfWord.TryAdd(key, id) && reasonOfWord[key] != id)
                {
                    section.Refuse(
                        word.Line,
                        $"« {word.Value} » means {id} here and {reasonOfWord[key]} above: leave it to one of them."
                    );
                }
            }

            var length = TimeSpan.FromMinutes(minutes ?? DefaultSlotMinutes);
            RequirePlace(section, id, specialty, length, practitioners, slots);
            reasons.Add(
                new VisitReason(id, specialty, label.Value, [.. words.Select(w => w.Value)], length)
            );
        }

        return [.. reasons];
    }

    /// <summary>A reason that fits in no practitioner's hours could never be booked.</summary>
    private static void RequirePlace(
        FileSection section,
        string reason,
        string specialty,
        TimeSpan length,
        Practitioner[] practitioners,
        SlotRules slots
    )
    {
        var fits = practitioners
            .Where(p => p.Specialty == specialty)
            .Select(p => p.Slots ?? slots)
            .Any(rules =>
                rules.Windows.Any(window =>
                    window.To - window.From >= rules.CountFor(length) * rules.Length
                )
            );
        if (!fits && slots.Windows.Count > 0)
        {
            section.Refuse(
                section.LineOf("length_minutes") ?? section.Line,
                $"visit reason {reason} fits in no hours of a practitioner of {specialty}: shorten it, or lengthen theirs."
            );
        }
    }

    private Procedure[] Procedures(string? continuity)
    {
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        var procedures = new List<Procedure>();
        foreach (var section in root.Sections("procedures"))
        {
            procedures.Add(
                new Procedure(
                    Id(section, "procedure", ids),
                    section.Required("label").Value,
                    [.. section.Texts("words").Select(word => word.Value)]
                )
            );
            section.Close();
        }

        if (procedures.Count > 0 && continuity is null)
        {
            root.Refuse(
                root.LineOf("procedures") ?? root.Line,
                "procedures need continuity_phone: the number that patients call day and night after an operation."
            );
        }

        return [.. procedures];
    }

    private static ClosedPeriod[] Periods(FileSection section, string key)
    {
        var periods = new List<ClosedPeriod>();
        foreach (var written in section.Texts(key))
        {
            switch (WeekText.Period(written.Value))
            {
                case null:
                    section.Refuse(
                        written.Line,
                        $"{key}: {written.Value} is no day: write 2026-12-24, or 2026-12-24/2026-12-31 for all from one to the other."
                    );
                    break;
                case { } period when period.From > period.To:
                    section.Refuse(written.Line, $"{key}: {written.Value} ends before it starts.");
                    break;
                case { } period:
                    periods.Add(period);
                    break;
            }
        }

        return [.. periods];
    }

    private static string SpecialtyOf(FileSection section, string who, Specialty[] specialties)
    {
        var specialty = section.Required("specialty");
        if (specialty.Value.Length > 0 && !Array.Exists(specialties, s => s.Id == specialty.Value))
        {
            section.Refuse(
                specialty.Line,
                $"{who} has a specialty that specialties does not list: {specialty.Value}."
            );
        }

        return specialty.Value;
    }

    /// <summary>The identifier of an entry: what is stored, so short, plain, and never twice.</summary>
    private static string Id(FileSection section, string kind, Dictionary<string, long> earlier)
    {
        var id = section.Required("id");
        if (id.Value.Length == 0)
        {
            return id.Value;
        }

        var isPlain =
            id.Value.Length <= MaxIdLength
            && id.Value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        if (!isPlain)
        {
            section.Refuse(
                id.Line,
                $"{kind} {id.Value}: an id is at most {MaxIdLength} letters without accents, digits, - and _."
            );
        }

        if (!earlier.TryAdd(id.Value, id.Line))
        {
            section.Refuse(
                id.Line,
                FormattableString.Invariant(
                    $"{kind} {id.Value} stands twice, first on line {earlier[id.Value]}: give each an id of its own."
                )
            );
        }

        return id.Value;
    }
}
