namespace ChatbotSante.Redaction;

/// <summary>What the sentence around a word is about.</summary>
[Flags]
internal enum SentenceTraits : byte
{
    None = 0,

    /// <summary>Speaks of the speaker or somebody near.</summary>
    Personal = 1 << 0,

    /// <summary>Asks about the clinic or about things in general.</summary>
    Question = 1 << 1,

    /// <summary>Speaks of care: an operation, an examination, a symptom.</summary>
    Care = 1 << 2,

    /// <summary>Speaks to the clinic: « vous », « parlez ».</summary>
    Addressed = 1 << 3,
}
