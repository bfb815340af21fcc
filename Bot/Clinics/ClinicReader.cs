using System.Globalization;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Conversations;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace ChatbotSante.Bot.Clinics;

/// <summary>Reads and checks the clinic's file.</summary>
internal static class ClinicReader
{
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <exception cref="ClinicFileException">The file is missing, has an unknown key, or contradicts itself.</exception>
    public static Clinic ReadFile(string path)
    {
        try
        {
            return Read(File.ReadAllText(path));
        }
        catch (IOException inner)
        {
            throw new ClinicFileException($"{Path.GetFileName(path)} cannot be read.", inner);
        }
    }

    /// <exception cref="ClinicFileException">The text has an unknown key, or contradicts itself.</exception>
    public static Clinic Read(string yaml)
    {
        ClinicFile file;
        try
        {
            file = new DeserializerBuilder()
                .WithNamingConvention(UnderscoredNamingConvention.Instance)
                .Build()
                .Deserialize<ClinicFile>(yaml);
        }
        catch (YamlException inner)
        {
            throw new ClinicFileException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"line {inner.Start.Line}: {inner.Message}"
                ),
                inner
            );
        }

        Check(file);
        return new Clinic(
            [
                .. file.Practitioners.Select(p => new Practitioner(
                    p.Id,
                    p.Name,
                    p.Title,
                    p.Specialty
                )),
            ],
            [
                .. file.Specialties.Select(s => new Specialty(
                    s.Id,
                    s.Label.Length == 0 ? s.Id : s.Label,
                    s.Words
                )),
            ]
        )
        {
            Name = file.Name,
            Address = file.Address,
            Phone = file.Phone,
            ContinuityPhone = file.ContinuityPhone,
            PoisonCentrePhone = file.PoisonCentrePhone,
            SecretariatMailbox = file.SecretariatMailbox,
            Parking = file.Parking,
            Visits = file.Visits,
            TimeZone = Zone(file.TimeZone),
            Opening = Week(file.Opening),
            SecretariatHours = Week(file.SecretariatHours),
            Information = file.Information,
            DataProtectionContact = file.DataProtectionContact,
            Slots = new SlotRules(
                TimeSpan.FromMinutes(file.Slots.LengthMinutes),
                [.. DaysOf(file.Slots.Days)],
                [.. file.Slots.Hours.Select(Window)],
                file.Slots.HorizonDays
            ),
        };
    }

    private static OpeningPeriod[] Week(Dictionary<string, List<string>> week) =>
        [
            .. week.SelectMany(entry =>
                DaysOf(entry.Key)
                    .SelectMany(day =>
                        entry
                            .Value.Select(hours => (day, hours: Window(hours)))
                            .Select(p => new OpeningPeriod(p.day, p.hours.From, p.hours.To))
                    )
            ),
        ];

    private static void Check(ClinicFile file)
    {
        var untold = file.Information.Keys.Except(ClinicFacts.Keys, StringComparer.Ordinal);
        Require(
            !untold.Any(),
            $"information has no topic {string.Join(", ", untold)}: write one of {string.Join(", ", ClinicFacts.Keys)}."
        );
        Require(file.Name.Length > 0, "name is empty.");
        Require(
            file.Phone.Length > 0,
            "phone is empty: patients must be able to reach the secretariat."
        );
        Require(
            file.SecretariatMailbox.Contains('@', StringComparison.Ordinal),
            "secretariat_mailbox is not a mailbox."
        );
        Require(
            file.Slots.LengthMinutes is >= 5 and <= 240,
            "slots.length_minutes must be from 5 to 240."
        );
        Require(
            file.Slots.HorizonDays is >= 1 and <= 365,
            "slots.horizon_days must be from 1 to 365."
        );
        Require(file.Practitioners.Count > 0, "practitioners is empty.");
        foreach (var practitioner in file.Practitioners)
        {
            Require(
                practitioner.Id.Length is > 0 and <= 64,
                "a practitioner has no id, or one longer than 64 characters."
            );
            Require(
                file.Specialties.Exists(s => s.Id == practitioner.Specialty),
                $"practitioner {practitioner.Id} has a specialty that specialties does not list: {practitioner.Specialty}."
            );
        }

        var twice = file
            .Practitioners.GroupBy(p => p.Id, StringComparer.Ordinal)
            .FirstOrDefault(group => group.Count() > 1);
        Require(twice is null, $"practitioner {twice?.Key} stands twice.");
    }

    private static TimeZoneInfo Zone(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : throw new ClinicFileException($"time_zone {id} is not known.");

    private static IEnumerable<DayOfWeek> DaysOf(string range)
    {
        var ends = range.Split('-');
        var first = Array.IndexOf(Days, ends[0]);
        var last = Array.IndexOf(Days, ends[^1]);
        Require(
            first >= 0 && last >= first && ends.Length <= 2,
            $"days {range}: write one day (sat) or a range (mon-fri)."
        );
        for (var day = first; day <= last; day++)
        {
            yield return (DayOfWeek)day;
        }
    }

    private static (TimeOnly From, TimeOnly To) Window(string hours)
    {
        var ends = hours.Split('-');
        var isWindow =
            ends.Length == 2
            && TimeOnly.TryParseExact(
                ends[0],
                "HH:mm",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            )
            && TimeOnly.TryParseExact(
                ends[1],
                "HH:mm",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            );
        Require(isWindow, $"hours {hours}: write 09:00-12:00.");
        var from = TimeOnly.ParseExact(ends[0], "HH:mm", CultureInfo.InvariantCulture);
        var to = TimeOnly.ParseExact(ends[1], "HH:mm", CultureInfo.InvariantCulture);
        Require(from < to, $"hours {hours} end before they start.");
        return (from, to);
    }

    private static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new ClinicFileException(what);
        }
    }
}
