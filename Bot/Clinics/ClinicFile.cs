namespace ChatbotSante.Bot.Clinics;

/// <summary>The clinic's file, as it is written. Unknown keys are refused, with their line.</summary>
internal sealed class ClinicFile
{
    public string Name { get; set; } = string.Empty;
    public string Address { get; set; } = string.Empty;
    public string Phone { get; set; } = string.Empty;
    public string? ContinuityPhone { get; set; }
    public string? PoisonCentrePhone { get; set; }
    public string SecretariatMailbox { get; set; } = string.Empty;
    public string Parking { get; set; } = string.Empty;
    public string Visits { get; set; } = string.Empty;
    public string TimeZone { get; set; } = "Europe/Paris";

    /// <summary><c>mon-fri: ["08:00-19:00"]</c>.</summary>
    public Dictionary<string, List<string>> Opening { get; set; } = [];

    /// <summary>As <see cref="Opening"/>: when the secretariat answers the telephone.</summary>
    public Dictionary<string, List<string>> SecretariatHours { get; set; } = [];

    /// <summary><c>papers: …</c>: what the clinic tells of itself, by topic.</summary>
    public Dictionary<string, string> Information { get; set; } = [];
    public string? DataProtectionContact { get; set; }
    public SlotsSection Slots { get; set; } = new();
    public List<SpecialtyEntry> Specialties { get; set; } = [];
    public List<PractitionerEntry> Practitioners { get; set; } = [];

    internal sealed class SlotsSection
    {
        public int LengthMinutes { get; set; } = 30;
        public string Days { get; set; } = "mon-fri";
        public List<string> Hours { get; set; } = [];
        public int HorizonDays { get; set; } = 90;
    }

    internal sealed class SpecialtyEntry
    {
        public string Id { get; set; } = string.Empty;
        public string Label { get; set; } = string.Empty;
        public List<string> Words { get; set; } = [];
    }

    internal sealed class PractitionerEntry
    {
        public string Id { get; set; } = string.Empty;
        public string? Name { get; set; }
        public string? Title { get; set; }
        public string Specialty { get; set; } = string.Empty;
    }
}
