namespace ChatbotSante.Bot.Governance;

/// <summary>How a stored field is protected.</summary>
internal enum SealingKind
{
    /// <summary>In the clear: holds no personal data.</summary>
    None,

    /// <summary>Sealed under the conversation's key.</summary>
    ConversationKey,

    /// <summary>Sealed under a key of its own (an appointment, a call-back).</summary>
    RecordKey,

    /// <summary>A keyed hash: says whether two rows are of the same person or number, and no more, without the key.</summary>
    KeyedHash,

    /// <summary>A key, wrapped by the master key.</summary>
    Wrapped,
}
