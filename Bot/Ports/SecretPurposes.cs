namespace ChatbotSante.Bot.Ports;

/// <summary>Purposes of derived secrets that more than one part asks for. A changed name makes what was written under it unreadable.</summary>
internal static class SecretPurposes
{
    /// <summary>Indexes of persons, in <c>patients</c> and <c>appointments</c>.</summary>
    public const string PersonIndex = "person-index";

    /// <summary>Indexes of telephone numbers, in <c>code_sends</c>.</summary>
    public const string PhoneIndex = "phone-index";

    /// <summary>One-time codes.</summary>
    public const string Codes = "one-time-codes";

    /// <summary>Fingerprints of the names heard in a conversation, in its sealed state.</summary>
    public const string NamesHeard = "names-heard";

    /// <summary>Fingerprints of the sentences that were not understood, in <c>missed_sentences</c>.</summary>
    public const string MissedSentences = "missed-sentences";

    /// <summary>Identifiers of patients on file.</summary>
    public const string PatientIds = "patient-ids";
}
