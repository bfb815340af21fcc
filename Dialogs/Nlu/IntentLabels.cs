using System.Collections.Frozen;

namespace ChatbotSante.Dialogs.Nlu;

/// <summary>The stable label of each intent: what the content's files, a corpus and a classifier call it.</summary>
public static class IntentLabels
{
    /// <summary>What may be a threat to life: no intent, found on its own.</summary>
    public const string Emergency = "emergency";

    /// <summary>An answer, no intent.</summary>
    public const string Yes = "yes";

    /// <summary>An answer, no intent.</summary>
    public const string No = "no";

    private static readonly FrozenDictionary<Intent, string> Labels = new Dictionary<Intent, string>
    {
        [Intent.Greet] = "greet",
        [Intent.Goodbye] = "goodbye",
        [Intent.Thanks] = "thanks",
        [Intent.Help] = "help",
        [Intent.BookAppointment] = "appointment.book",
        [Intent.WaitingList] = "appointment.waiting-list",
        [Intent.ChangeAppointment] = "appointment.change",
        [Intent.CancelAppointment] = "appointment.cancel",
        [Intent.ViewAppointment] = "appointment.view",
        [Intent.Hours] = "info.hours",
        [Intent.Access] = "info.access",
        [Intent.Contact] = "info.contact",
        [Intent.Admission] = "info.admission",
        [Intent.Costs] = "info.costs",
        [Intent.Preparation] = "info.preparation",
        [Intent.Visits] = "info.visits",
        [Intent.Services] = "info.services",
        [Intent.FollowUpReport] = "followup.report",
        [Intent.MedicalAdvice] = "medical.advice",
        [Intent.Human] = "human",
        [Intent.Complaint] = "complaint",
        [Intent.BotIdentity] = "bot.identity",
        [Intent.RightsAccess] = "rights.access",
        [Intent.RightsErase] = "rights.erase",
        [Intent.RightsWithdraw] = "rights.withdraw",
        [Intent.Repeat] = "repeat",
        [Intent.Back] = "back",
        [Intent.Abandon] = "cancel",
        [Intent.Cancel] = "cancel.which",
        [Intent.ResendCode] = "identity.resend-code",
        [Intent.NoCode] = "identity.no-code",
        [Intent.OutOfScope] = "unknown",
        [Intent.FalseAlarm] = "situation.false-alarm",
        [Intent.Child] = "situation.child",
        [Intent.Adolescent] = "situation.adolescent",
        [Intent.Adult] = "situation.adult",
        [Intent.AnotherPerson] = "situation.another-person",
        [Intent.Insult] = "situation.insult",
        [Intent.Injection] = "situation.injection",
        [Intent.English] = "situation.english",
        [Intent.MessageOrigin] = "situation.message-origin",
        [Intent.PastConversation] = "situation.past-conversation",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Intent> Intents = Labels.ToFrozenDictionary(
        pair => pair.Value,
        pair => pair.Key,
        StringComparer.Ordinal
    );

    /// <summary>The label of an intent.</summary>
    public static string Of(Intent intent) => Labels[intent];

    /// <summary>Whether a label is an intent's, or stands beside them.</summary>
    public static bool IsKnown(string label) =>
        label is Emergency or Yes or No || Find(label) is not null;

    /// <summary>The intent of a label, or null when no intent has it.</summary>
    public static Intent? Find(string label) =>
        Intents.TryGetValue(label, out var intent) ? intent : null;
}
