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
    private const string Index = "Empreinte à clé (S1)";
    private const string Verifying = "Vérifier qui écrit avant de montrer un rendez-vous";
    private const string AskedOnce = "Ne demander qui écrit qu'une fois par conversation";
    private const string Changing = "Déplacer ou annuler un rendez-vous";
    private const string CallingBack = "Rappeler la personne qui le demande";
    private const string Improving = "Améliorer la compréhension, si le délégué l'a activé";
    private const string MissedDays = "30 jours après le premier jour";
    private const string Missed = "Phrase où rien d'une personne n'a été trouvé (S0)";
    private const string LegitimateInterest = "art. 6(1)(f)";
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
    private const string PatientDays = "dernier rendez-vous + 30 jours";
    private const string SendDays = "la journée";
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
        Sealed(
            "ConversationState.Access",
            Identity,
            "Ne pas redemander qui écrit à une personne vérifiée"
        ),
        Sealed("AccessGrant.Scope", Technical, Verifying),
        Sealed("AccessGrant.Phone", Identity, "Confirmer un changement au numéro vérifié"),
        Sealed("AccessGrant.Until", Technical, Verifying),
        Sealed("ConversationState.Proposed", Technical, "Comprendre « oui » après une proposition"),
        Sealed("ConversationState.Declared", Identity, AskedOnce),
        Sealed("DeclaredPerson.Name", Identity, AskedOnce),
        Sealed("DeclaredPerson.BirthDate", Identity, AskedOnce),
        Sealed("DeclaredPerson.Phone", Identity, AskedOnce),
        Sealed("AccessScope.Patient", Technical, Verifying),
        Sealed("AccessScope.Bookings", Technical, Verifying),
        Sealed(
            "ConversationState.Heard",
            Identity,
            "Masquer à chaque tour les noms déjà entendus, par des empreintes à clé"
        ),
        new(
            "ConversationState.Counted",
            Index,
            "Ne compter qu'une fois par conversation une phrase non comprise",
            LegitimateInterest,
            HalfHour,
            SealingKind.ConversationKey
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
        Sealed("CallBackState.Asked", Technical, Conversing),
        Sealed("CallBackState.Phone", Identity, CallingBack),
        Sealed("VerifyIdentityState.Name", Identity, Verifying),
        Sealed("VerifyIdentityState.BirthDate", Identity, Verifying),
        Sealed("VerifyIdentityState.Phone", Identity, Verifying),
        Sealed("VerifyIdentityState.Challenge", Technical, Verifying),
        Sealed("VerifyIdentityState.Scope", Technical, Verifying),
        Sealed("VerifyIdentityState.GoodUntil", Technical, Verifying),
        Sealed("VerifyIdentityState.Tries", Technical, "Limiter les essais"),
        Sealed("CancelAppointmentState.Wish", Booking, Changing),
        Sealed("CancelAppointmentState.Listed", Booking, Changing),
        Sealed("CancelAppointmentState.Appointment", Booking, Changing),
        Sealed("CancelAppointmentState.Recapitulated", Technical, Changing),
        Sealed("CancelAppointmentState.Confirmed", Technical, Changing),
        Sealed("MoveAppointmentState.Listed", Booking, Changing),
        Sealed("MoveAppointmentState.Appointment", Booking, Changing),
        Sealed("MoveAppointmentState.Wish", Booking, Changing),
        Sealed("MoveAppointmentState.Offered", Booking, Changing),
        Sealed("MoveAppointmentState.Chosen", Booking, Changing),
        Sealed("MoveAppointmentState.Hold", Booking, Changing),
        Sealed("MoveAppointmentState.Recapitulated", Technical, Changing),
        Sealed("MoveAppointmentState.Confirmed", Technical, Changing),
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
        new(
            "appointments.Person",
            Index,
            "Retrouver un rendez-vous sans écrire de qui il est",
            Care,
            AppointmentDays,
            SealingKind.KeyedHash
        ),
        Clear("appointments.PatientId", Technical, "Rapprocher d'un dossier", AppointmentDays),
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
        // Table patients
        Clear("patients.Id", Technical, Verifying, PatientDays),
        new(
            "patients.Person",
            Index,
            "Retrouver un dossier sans écrire de qui il est",
            Care,
            PatientDays,
            SealingKind.KeyedHash
        ),
        Clear("patients.Revision", Technical, Verifying, PatientDays),
        Clear("patients.PurgeAt", Technical, "Oublier à temps", PatientDays),
        Clear("patients.KeyId", Technical, "Trouver la clé", PatientDays),
        new("patients.Sealed", Identity, Verifying, Care, PatientDays, SealingKind.RecordKey),
        Record("PatientRecord.Family", Identity, Verifying, PatientDays),
        Record("PatientRecord.Given", Identity, Verifying, PatientDays),
        Record("PatientRecord.BirthDate", Identity, Verifying, PatientDays),
        Record("PatientRecord.Phone", Identity, Verifying, PatientDays),
        // Table code_sends
        new(
            "code_sends.Phone",
            Index,
            "Limiter les codes envoyés à un numéro",
            Security,
            SendDays,
            SealingKind.KeyedHash
        ),
        new("code_sends.Day", Technical, "Compter par jour", Security, SendDays, SealingKind.None),
        new("code_sends.Sends", Technical, "Compter", Security, SendDays, SealingKind.None),
        new(
            "code_sends.PurgeAt",
            Technical,
            "Oublier à temps",
            Security,
            SendDays,
            SealingKind.None
        ),
        // Table call_backs
        Clear("call_backs.Id", Technical, CallingBack, CallBackDays),
        Clear("call_backs.CreatedAt", Technical, CallingBack, CallBackDays),
        Clear("call_backs.ClosedAt", Technical, CallingBack, CallBackDays),
        Clear("call_backs.PurgeAt", Technical, "Oublier à temps", CallBackDays),
        Clear("call_backs.KeyId", Technical, "Trouver la clé", CallBackDays),
        new("call_backs.Sealed", Identity, CallingBack, Care, CallBackDays, SealingKind.RecordKey),
        Record("CallBackRecord.Phone", Identity, CallingBack, CallBackDays),
        // Table missed_sentences
        new(
            "missed_sentences.Id",
            "Empreinte à clé de la phrase, de personne en particulier (S0)",
            "Compter une phrase non comprise sans l'écrire",
            LegitimateInterest,
            MissedDays,
            SealingKind.KeyedHash
        ),
        Improvement("missed_sentences.Times", Technical, "Compter"),
        Improvement("missed_sentences.LastDay", Technical, "Savoir si cela dure, au jour près"),
        Improvement("missed_sentences.PurgeAt", Technical, "Oublier à temps"),
        Improvement("missed_sentences.KeyId", Technical, "Trouver la clé"),
        new(
            "missed_sentences.Sealed",
            Missed,
            Improving,
            LegitimateInterest,
            MissedDays,
            SealingKind.RecordKey
        ),
        new(
            "MissedRecord.Words",
            Missed,
            Improving,
            LegitimateInterest,
            MissedDays,
            SealingKind.RecordKey
        ),
        // Table outbox, and the folder of the same name
        Clear("outbox.Id", Technical, "Envoyer une seule fois", OutboxDays),
        Clear("outbox.Template", Technical, "Choisir le message", OutboxDays),
        Clear("outbox.Reference", Technical, "Retrouver la demande", OutboxDays),
        Clear("outbox.Due", Technical, "Envoyer à temps", OutboxDays),
        Clear("outbox.SentAt", Technical, "Envoyer une seule fois", OutboxDays),
        Clear("outbox.PurgeAt", Technical, "Oublier à temps", OutboxDays),
        Clear("outbox.KeyId", Technical, "Trouver la clé", OutboxDays),
        new(
            "outbox.Sealed",
            Identity,
            "Écrire au patient le code, ou la date et le lieu",
            Care,
            "jusqu'à l'envoi, au plus 7 jours ; 10 minutes pour un code",
            SealingKind.RecordKey
        ),
        Record("SmsRecord.Phone", Identity, "Écrire au patient", OutboxDays),
        Record("SmsRecord.Code", "Code à usage unique", Verifying, "10 minutes"),
        Record("SmsRecord.Start", Booking, "Écrire au patient la date", OutboxDays),
        Record("SmsRecord.Address", Technical, "Écrire au patient le lieu", OutboxDays),
        Clear(
            "file:outbox/*.code.sms.json",
            "Numéro et code en clair (S1) : le fournisseur de SMS les lit ici",
            Verifying,
            "10 minutes"
        ),
        Clear(
            "file:outbox/*.sms.json",
            "Numéro, date et lieu en clair (S1) : le fournisseur de SMS les lit ici",
            "Confirmer un rendez-vous au patient",
            OutboxDays
        ),
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

    private static DataMapEntry Improvement(string field, string category, string purpose) =>
        new(field, category, purpose, LegitimateInterest, MissedDays, SealingKind.None);

    private static DataMapEntry Sealed(string field, string category, string purpose) =>
        new(field, category, purpose, Care, HalfHour, SealingKind.ConversationKey);

    private static DataMapEntry Record(
        string field,
        string category,
        string purpose,
        string retention
    ) => new(field, category, purpose, Care, retention, SealingKind.RecordKey);
}
