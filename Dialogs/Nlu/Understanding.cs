using System.Collections.Immutable;
using ChatbotSante.Dialogs.Nlu.Dates;
using ChatbotSante.Dialogs.Nlu.Emergencies;
using ChatbotSante.Dialogs.Nlu.Intents;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu;

/// <summary>
/// What was understood of one message: intents, and typed values. It never holds the message: a dialog cannot keep words it
/// is not given.
/// </summary>
public sealed record Understanding
{
    /// <summary>Nothing at all.</summary>
    public static Understanding Nothing { get; } = new();

    /// <summary>In the order they were said.</summary>
    public ImmutableArray<Intent> Intents { get; init; } = [];

    /// <summary>The label of what to do first, and the two best guesses; null when nothing was read.</summary>
    public IntentVerdict? Verdict { get; init; }

    /// <summary>What was learned to be asked for so, where no wording says it: taken only with nothing open. Null when that is not sure.</summary>
    public Intent? Learned { get; init; }

    /// <summary>What exactly its questions for information are about, in the order they were said.</summary>
    public ImmutableArray<InfoTopic> Topics { get; init; } = [];

    /// <summary>Identifier of an act that has a sheet in the content.</summary>
    public string? Act { get; init; }

    /// <summary>A possible threat to life said in the message; null when there is none.</summary>
    public EmergencySignal? Emergency { get; init; }

    /// <summary>Yes or no; null when neither was said.</summary>
    public bool? Answer { get; init; }

    /// <summary>No, and nothing that could mean more: « elle ne parle pas » denies no emergency, « non merci » does.</summary>
    public bool IsPlainNo { get; init; }

    /// <summary>No to being asked, and nothing more: « bof non », « je préfère ne pas le dire ».</summary>
    public bool Refuses { get; init; }

    /// <summary>« Je ne sais pas », « aucune idée ».</summary>
    public bool DoesNotKnow { get; init; }

    /// <summary>Which earlier answer is to be changed, when that is all that was said (« le jour »).</summary>
    public AnsweredField? Field { get; init; }

    /// <summary>Which of the choices offered, from 1; −1 for the last.</summary>
    public int? Ordinal { get; init; }

    /// <summary>« Plutôt l'autre »: of two choices, the one that was not taken.</summary>
    public bool TheOther { get; init; }

    /// <summary>A clock time (« celui de 11 h »).</summary>
    public TimeOnly? Clock { get; init; }

    /// <summary>Identifier of a specialty of the clinic.</summary>
    public string? Specialty { get; init; }

    /// <summary>Identifier of a practitioner of the clinic.</summary>
    public string? Practitioner { get; init; }

    /// <summary>Identifier of a practitioner whose surname was said and nothing beside it: where a name is asked for, it is somebody's own.</summary>
    public string? Namesake { get; init; }

    /// <summary>Identifiers of visit reasons of the clinic, one for each specialty that has a word for what was said
    /// (<see cref="DataCategory.Procedure"/>).</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>Other slots than those offered are wanted.</summary>
    public Alternative? Alternative { get; init; }

    /// <summary>The request is for somebody else.</summary>
    public bool ForOther { get; init; }

    /// <summary>The request is for the one who writes: said to correct the above.</summary>
    public bool ForSelf { get; init; }

    /// <summary>When somebody wishes to come (<see cref="DataCategory.Date"/>).</summary>
    public DateWish? When { get; init; }

    /// <summary>The day of the week that was said without a number (<see cref="DataCategory.Date"/>).</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>What is wrong with the day that was said (<see cref="DataCategory.Date"/>).</summary>
    public DateTrouble DayTrouble { get; init; }

    /// <summary>When an appointment is that exists already: « mon rendez-vous de 17 h 30 » (<see cref="DataCategory.Date"/>).</summary>
    public DateWish? Existing { get; init; }

    [IdentityData]
    public PersonName? Name { get; init; }

    [IdentityData]
    public BirthDate? BirthDate { get; init; }

    [IdentityData]
    public PhoneNumber? Phone { get; init; }

    /// <summary>A code of six digits, when one was asked for (<see cref="DataCategory.Secret"/>).</summary>
    [IdentityData]
    public OneTimeCode? Code { get; init; }

    /// <summary>Every category the message held.</summary>
    public CategorySet Held { get; init; }

    /// <summary>What it held beyond doubt: hiding needs no certainty, a remark to the patient does.</summary>
    public CategorySet Evident { get; init; }

    /// <summary>What was dropped because nobody asked for it.</summary>
    public CategorySet Dropped { get; init; }

    /// <summary>True when there is no value a question could be answered with.</summary>
    public bool IsEmpty =>
        Answer is null
        && Ordinal is null
        && !TheOther
        && Clock is null
        && Specialty is null
        && Practitioner is null
        && Namesake is null
        && Reasons.IsEmpty
        && Alternative is null
        && When is null
        && Name is null
        && BirthDate is null
        && Phone is null
        && Code is null;

    public bool Asks(Intent intent) => Intents.Contains(intent);

    /// <summary>Drops what the permit does not name: the one gate between a patient's words and any state.</summary>
    public Understanding Restrict(CategorySet permit) =>
        this with
        {
            When = permit.Contains(DataCategory.Date) ? When : null,
            Weekday = permit.Contains(DataCategory.Date) ? Weekday : null,
            DayTrouble = permit.Contains(DataCategory.Date) ? DayTrouble : DateTrouble.None,
            Existing = permit.Contains(DataCategory.Date) ? Existing : null,
            Reasons = permit.Contains(DataCategory.Procedure) ? Reasons : [],
            Name = permit.Contains(DataCategory.Name) ? Name : null,
            BirthDate = permit.Contains(DataCategory.BirthDate) ? BirthDate : null,
            Phone = permit.Contains(DataCategory.Phone) ? Phone : null,
            Code = permit.Contains(DataCategory.Secret) ? Code : null,
            Dropped = Held.Except(permit),
        };
}
