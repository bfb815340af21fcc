namespace ChatbotSante.Redaction;

/// <summary>What is known around a text before it is read. The default knows nothing.</summary>
public readonly record struct RedactionContext
{
    /// <summary>What the last question asked for: the strongest signal there is.</summary>
    public CategorySet Expected { get; init; }

    public TextChannel Channel { get; init; }

    /// <summary>Names heard earlier in the conversation, as keyed fingerprints; null for none.</summary>
    public ConversationMemory? Memory { get; init; }

    /// <summary>Whether the text goes on after what is given: nothing is then taken for a mere question, since the next word may say whose.</summary>
    public bool IsPartial { get; init; }
}
