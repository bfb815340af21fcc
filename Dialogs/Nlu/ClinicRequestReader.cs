using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Nlu.Slots;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu;

/// <summary>
/// Reads with whom an appointment is asked for. The words of the clinic's file come first; where they say nothing, how people ask
/// for a department does (« pour les yeux », a misspelling, an act), and how they name a practitioner.
/// </summary>
/// <remarks>A department that the clinic does not have is heard under its label, so that it is said not to be there.</remarks>
public sealed class ClinicRequestReader
{
    private readonly ClinicVocabulary _vocabulary;
    private readonly BookingSlotReader _slots;
    private readonly Dictionary<string, string> _ours;
    private readonly ILookup<string, Practitioner> _practitioners;

    /// <param name="clinic">The clinic.</param>
    /// <param name="vocabulary">Its words.</param>
    /// <param name="slots">How people ask.</param>
    public ClinicRequestReader(Clinic clinic, ClinicVocabulary vocabulary, BookingSlotReader slots)
    {
        ArgumentNullException.ThrowIfNull(clinic);
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(slots);
        _vocabulary = vocabulary;
        _slots = slots;
        _ours = Departments(clinic, vocabulary, slots);
        _practitioners = clinic
            .Practitioners.Where(practitioner => practitioner.Name is not null)
            .ToLookup(practitioner => practitioner.Name!, StringComparer.Ordinal);
    }

    /// <summary>What the clinic calls a department: its own identifier, or the label of what it does not have; null for no department.</summary>
    internal string? Ours(string department) => _ours.GetValueOrDefault(department);

    /// <summary>What a message says of it.</summary>
    /// <param name="text">The message.</param>
    /// <param name="impersonal">The message without names and numbers of people: no department is like a surname.</param>
    /// <param name="classification">Where those lie.</param>
    internal ClinicRequest Read(
        FoldedText text,
        FoldedText impersonal,
        TextClassification classification
    )
    {
        var own = _vocabulary.SpecialtyIn(text);
        var specialty = Specialty(own, impersonal);
        var mention = _slots.Practitioner(text);

        // « Pas le docteur Rousseau » asks for nobody.
        var isRefused = mention is null && _slots.NamesPractitioner(text);
        var ownPractitioner = isRefused ? null : _vocabulary.PractitionerIn(text);
        var named =
            mention is { } said
            && (said.IsIntroduced || !IsOfAWholeName(text, said, classification))
                ? Find(said.Name, specialty)
                : null;
        var isIntroduced = mention is { IsIntroduced: true };
        return new ClinicRequest
        {
            Specialty = specialty,
            Practitioner = ownPractitioner ?? (isIntroduced ? named : null),
            Namesake = isIntroduced || ownPractitioner is not null ? null : named,
            IsOwn = (own ?? ownPractitioner) is not null,
        };
    }

    /// <summary>
    /// The clinic's word stands, unless it is heard as a department too and another one is asked for: « de la part de mon cardiologue,
    /// pour les yeux ».
    /// </summary>
    private string? Specialty(string? own, FoldedText impersonal)
    {
        var (chosen, all) = _slots.Specialties(impersonal);
        var asked = chosen is null ? null : Ours(chosen);
        var isPassedOver = own is not null && all.Exists(mention => Ours(mention.Specialty) == own);
        return own is null || isPassedOver ? asked ?? own : own;
    }

    /// <summary>Of several who bear the name, the one of the department asked for; null when that is not one alone.</summary>
    private string? Find(string name, string? specialty)
    {
        Practitioner[] all = [.. _practitioners[name]];
        Practitioner[] meant = all.Length > 1 ? [.. all.Where(p => p.Specialty == specialty)] : all;
        return meant is [var only] ? only.Id : null;
    }

    /// <summary>« Jeanne Morel » is who writes, though a Dr Morel consults here.</summary>
    private static bool IsOfAWholeName(
        FoldedText text,
        PractitionerMention said,
        TextClassification classification
    )
    {
        var surname = text.Tokens[said.At];
        foreach (var detection in classification.Detections)
        {
            var isBeside = detection.Start <= surname.End + 1 && detection.End >= surname.Start - 1;
            var isMore = detection.Start < surname.Start || detection.End > surname.End;
            if (detection.Category == DataCategory.Name && isBeside && isMore)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the clinic calls each department; under its label where it has none.</summary>
    private static Dictionary<string, string> Departments(
        Clinic clinic,
        ClinicVocabulary vocabulary,
        BookingSlotReader slots
    )
    {
        var ours = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var specialty in clinic.Specialties)
        {
            // A specialty whose name is no department's, « chirurgie », is what its words are.
            string[] names = [specialty.Label, specialty.Id];
            Add(specialty.Id, names.Any(IsDepartment) ? names : specialty.Words);
        }

        foreach (var (specialty, names) in vocabulary.Elsewhere)
        {
            Add(specialty, IsDepartment(names[0]) ? names.Take(1) : names);
        }

        return ours;

        bool IsDepartment(string name) => slots.DepartmentsOf(name).Any();

        void Add(string specialty, IEnumerable<string> names)
        {
            foreach (var department in names.SelectMany(slots.DepartmentsOf))
            {
                ours.TryAdd(department, specialty);
            }
        }
    }
}
