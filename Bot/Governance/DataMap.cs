namespace ChatbotSante.Bot.Governance;

/// <summary>
/// The one map of everything this program stores. A column, a property of a sealed record, or a kind of file without an entry
/// here fails the tests.
/// </summary>
internal static class DataMap
{
    private const string Technical = "Technique, sans donnée personnelle (S0)";
    private const string Identity = "Identité déclarée (S1)";
    private const string Booking = "Rendez-vous (S1 ; S2 avec la spécialité)";
    private const string Talk = "Conversation (S1, S2)";
    private const string Conversing =
        "Tenir la conversation et répondre deux fois pareil à un envoi répété";
    private const string Appointments = "Prendre le rendez-vous demandé";
    private const string CallingBack = "Rappeler la personne qui le demande";
    private const string Proof = "Prouver qui a fait quoi";
    private const string Care = "art. 6(1)(e) ou (f), art. 9(2)(h)";
    private const string Security = "art. 6(1)(f), art. 32";
    private const string HalfHour = "30 minutes après le dernier message";
    private const string AppointmentDays = "date du rendez-vous + 30 jours";
    private const string CallBackDays = "close + 24 heures, au plus 7 jours";
    private const string WaitingDays = "inscription + 30 jours, close + 24 heures";
    private const string Waiting = "Appeler la personne quand une place se libère";
    private const string Reason = "Motif de visite, d'une liste fermée (S2)";
    private const string OutboxDays = "7 jours";
    private const string AuditMonths = "12 mois";

    public static IReadOnlyList<DataMapEntry> Entries { get; } =
    [
        // Table conversations
        Clear("conversations.Id", Technical, Conversing, HalfHour),
        Clear("conversations.Revision", Technical, Conversing, HalfHour),
        Clear("conversations.ForgetAt", Technical, "Oublier à temps", HalfHour),
        Clear("conversations.KeyId", Technical, "Trouver la clé", HalfHour),
        new("conversations.Sealed", Talk, Conversing, Care, HalfHour, SealingKind.ConversationKey),
        // The sealed state of a conversation
        Sealed("ConversationState.Format", Technical, Conversing),
        Sealed("ConversationState.Sequence", Technical, Conversing),
        Sealed("ConversationState.Turns", Technical, "Arrêter deux robots qui se parlent"),
        Sealed("ConversationState.BotTurns", Technical, "Arrêter deux robots qui se parlent"),
        Sealed(
            "ConversationState.Disclosed",
            Technical,
            "Dire une fois que l'assistant est automatique"
        ),
        Sealed(
            "ConversationState.Misses",
            Technical,
            "Proposer une personne après trois incompréhensions"
        ),
        Sealed(
            "ConversationState.Insults",
            Technical,
            "Poser une limite, puis mettre fin à l'échange après des insultes répétées"
        ),
        Sealed(
            "ConversationState.Recorded",
            Technical,
            "Ne dire « rien n'a été enregistré » que si c'est vrai"
        ),
        Sealed("ConversationState.Reference", Technical, "Savoir où répondre"),
        Sealed("ConversationState.Stack", Talk, Conversing),
        Sealed(
            "ConversationState.Replies",
            Talk,
            "Montrer de nouveau les réponses du robot à la page qui revient"
        ),
        Sealed("ConversationState.Seen", Technical, Conversing),
        Sealed("ConversationReference.ChannelId", Technical, "Savoir où répondre"),
        Sealed("ConversationReference.ConversationId", Technical, "Savoir où répondre"),
        Sealed("ConversationReference.ServiceUrl", Technical, "Savoir où répondre"),
        Sealed("ConversationReference.UserId", Technical, "Savoir où répondre"),
        Sealed("ConversationReference.BotId", Technical, "Savoir où répondre"),
        Sealed("DialogFrame.Id", Technical, Conversing),
        Sealed("DialogFrame.Version", Technical, Conversing),
        Sealed("DialogFrame.State", Talk, Conversing),
        Sealed("StoredReply.Sequence", Technical, Conversing),
        Sealed("StoredReply.Key", Technical, Conversing),
        Sealed("StoredReply.Variant", Technical, "Ne pas redire deux fois la même phrase"),
        Sealed("StoredReply.ReplyTo", Technical, Conversing),
        Sealed("StoredReply.At", Technical, Conversing),
        Sealed("StoredReply.Values", Talk, Conversing),
        Sealed("StoredReply.Actions", Talk, Conversing),
        Sealed("SeenActivity.Fingerprint", Technical, Conversing),
        Sealed("SeenActivity.Sequence", Technical, Conversing),
        // The dialogs' states, inside the conversation's
        Sealed("DialogState.Misses", Technical, Conversing),
        Sealed("BookAppointmentState.Specialty", Booking, Appointments),
        Sealed("BookAppointmentState.Practitioner", Booking, Appointments),
        Sealed("BookAppointmentState.Reason", Reason, "Réserver la durée qu'il faut"),
        Sealed("BookAppointmentState.ReasonUnknown", Technical, "Réserver la durée qu'il faut"),
        Sealed("BookAppointmentState.ReasonAsked", Technical, Appointments),
        Sealed("BookAppointmentState.ForOther", Booking, Appointments),
        Sealed("BookAppointmentState.Wish", Booking, Appointments),
        Sealed("BookAppointmentState.Offered", Booking, Appointments),
        Sealed("BookAppointmentState.Waiting", Booking, Waiting),
        Sealed("BookAppointmentState.Chosen", Booking, Appointments),
        Sealed("BookAppointmentState.Hold", Booking, Appointments),
        Sealed("BookAppointmentState.IdentityAsked", Technical, Appointments),
        Sealed("BookAppointmentState.Name", Identity, Appointments),
        Sealed("BookAppointmentState.BirthDate", Identity, Appointments),
        Sealed("BookAppointmentState.Phone", Identity, Appointments),
        Sealed("BookAppointmentState.Recapitulated", Technical, Appointments),
        Sealed("BookAppointmentState.Confirmed", Technical, Appointments),
        Sealed("CallBackState.Phone", Identity, CallingBack),
        Sealed(
            "EmergencyState.Family",
            "Consigne d'urgence montrée (S2)",
            "Remontrer la consigne, ne rien réserver entre-temps"
        ),
        Sealed("EmergencyState.Asking", Technical, "Poser une seule question"),
        Sealed(
            "EmergencyState.Waiting",
            Technical,
            "Répondre à la question posée en même temps, si ce n'est pas une urgence"
        ),
        Sealed("EmergencyState.Alerted", Technical, "Ne laisser qu'un message à l'équipe"),
        Sealed(
            "ChildState.Stage",
            Technical,
            "Ne rien demander à un enfant, vérifier que tout va bien"
        ),
        // Table slot_claims
        Clear("slot_claims.Schedule", "Planning (S0)", Appointments, AppointmentDays),
        Clear("slot_claims.Start", "Planning (S0)", Appointments, AppointmentDays),
        Clear("slot_claims.HoldId", Technical, Appointments, AppointmentDays),
        Clear("slot_claims.HeldUntil", Technical, Appointments, AppointmentDays),
        // Table appointments
        Clear("appointments.Id", Technical, Appointments, AppointmentDays),
        Clear("appointments.Schedule", "Planning (S0)", Appointments, AppointmentDays),
        Clear("appointments.Start", "Planning (S0)", Appointments, AppointmentDays),
        Clear("appointments.Length", "Planning (S0)", Appointments, AppointmentDays),
        Clear("appointments.Revision", Technical, Appointments, AppointmentDays),
        Clear("appointments.PurgeAt", Technical, "Oublier à temps", AppointmentDays),
        Clear("appointments.KeyId", Technical, "Trouver la clé", AppointmentDays),
        new(
            "appointments.Sealed",
            Identity,
            Appointments,
            Care,
            AppointmentDays,
            SealingKind.RecordKey
        ),
        Record("PartyRecord.Family", Identity, Appointments, AppointmentDays),
        Record("PartyRecord.Given", Identity, Appointments, AppointmentDays),
        Record("PartyRecord.BirthDate", Identity, Appointments, AppointmentDays),
        Record("PartyRecord.Phone", Identity, Appointments, AppointmentDays),
        Record("PartyRecord.ForOther", Identity, Appointments, AppointmentDays),
        Record("PartyRecord.Reason", Reason, "Préparer la visite demandée", AppointmentDays),
        // Table waiting_list
        Clear("waiting_list.Id", Technical, Waiting, WaitingDays),
        Clear("waiting_list.CreatedAt", Technical, Waiting, WaitingDays),
        Clear("waiting_list.ClosedAt", Technical, Waiting, WaitingDays),
        Clear("waiting_list.PurgeAt", Technical, "Oublier à temps", WaitingDays),
        Clear("waiting_list.KeyId", Technical, "Trouver la clé", WaitingDays),
        new("waiting_list.Sealed", Booking, Waiting, Care, WaitingDays, SealingKind.RecordKey),
        Record("WaitingRecord.Specialty", Booking, Waiting, WaitingDays),
        Record("WaitingRecord.Practitioner", Booking, Waiting, WaitingDays),
        Record("WaitingRecord.When", Booking, Waiting, WaitingDays),
        Record("WaitingRecord.CouldChoose", Technical, Waiting, WaitingDays),
        Record("WaitingRecord.Party", Identity, Waiting, WaitingDays),
        // Table call_backs
        Clear("call_backs.Id", Technical, CallingBack, CallBackDays),
        Clear("call_backs.CreatedAt", Technical, CallingBack, CallBackDays),
        Clear("call_backs.ClosedAt", Technical, CallingBack, CallBackDays),
        Clear("call_backs.PurgeAt", Technical, "Oublier à temps", CallBackDays),
        Clear("call_backs.KeyId", Technical, "Trouver la clé", CallBackDays),
        new("call_backs.Sealed", Identity, CallingBack, Care, CallBackDays, SealingKind.RecordKey),
        Record("CallBackRecord.Phone", Identity, CallingBack, CallBackDays),
        // Table outbox, and the folder of the same name
        Clear("outbox.Id", Technical, "Envoyer une seule fois", OutboxDays),
        Clear("outbox.Template", Technical, "Choisir le message", OutboxDays),
        Clear("outbox.Reference", Technical, "Retrouver la demande", OutboxDays),
        Clear("outbox.Due", Technical, "Envoyer à temps", OutboxDays),
        Clear("outbox.SentAt", Technical, "Envoyer une seule fois", OutboxDays),
        Clear("outbox.PurgeAt", Technical, "Oublier à temps", OutboxDays),
        Clear("file:outbox/*.eml", Technical, "Prévenir le secrétariat, sans contenu", OutboxDays),
        // Table audit
        new("audit.Chain", Technical, Proof, Security, AuditMonths, SealingKind.None),
        new("audit.Sequence", Technical, Proof, Security, AuditMonths, SealingKind.None),
        new("audit.At", Technical, Proof, Security, AuditMonths, SealingKind.None),
        new(
            "audit.Actor",
            "Identifiant du personnel ou du programme (S1)",
            Proof,
            Security,
            AuditMonths,
            SealingKind.None
        ),
        new("audit.Action", Technical, Proof, Security, AuditMonths, SealingKind.None),
        new("audit.Subject", Technical, Proof, Security, AuditMonths, SealingKind.None),
        new("audit.Hash", Technical, Proof, Security, AuditMonths, SealingKind.None),
        // Keys
        new(
            "wrapped_keys.id",
            Technical,
            "Trouver la clé",
            Security,
            "celle de ce qu'elle scelle",
            SealingKind.None
        ),
        new(
            "wrapped_keys.wrapped",
            "Clé",
            "Sceller",
            Security,
            "celle de ce qu'elle scelle",
            SealingKind.Wrapped
        ),
        new(
            "wrapped_keys.created_at",
            Technical,
            "Détruire les clés sans emploi",
            Security,
            "celle de ce qu'elle scelle",
            SealingKind.None
        ),
        new(
            "file:keys/data-protection/*.xml",
            "Clé",
            "Protéger les sessions",
            Security,
            "90 jours",
            SealingKind.Wrapped
        ),
        new(
            "file:keys/master.key",
            "Clé",
            "Développement seulement ; en production, hors du dossier",
            Security,
            "vie de l'installation",
            SealingKind.None
        ),
        new(
            "file:lock",
            Technical,
            "Un seul processus par dossier",
            Security,
            "vie du processus",
            SealingKind.None
        ),
    ];

    private static DataMapEntry Clear(
        string field,
        string category,
        string purpose,
        string retention
    ) => new(field, category, purpose, Care, retention, SealingKind.None);

    private static DataMapEntry Sealed(string field, string category, string purpose) =>
        new(field, category, purpose, Care, HalfHour, SealingKind.ConversationKey);

    private static DataMapEntry Record(
        string field,
        string category,
        string purpose,
        string retention
    ) => new(field, category, purpose, Care, retention, SealingKind.RecordKey);
}
