using System.Collections.Immutable;

namespace ChatbotSante.Dialogs.Nlu;

/// <summary>What a message asks for.</summary>
/// <param name="Intents">Each once, in the order they were said; courtesies last.</param>
/// <param name="Topics">What exactly its questions are about, each once, in order.</param>
public sealed record IntentReading(ImmutableArray<Intent> Intents, ImmutableArray<InfoTopic> Topics)
{
    /// <summary>Nothing.</summary>
    public static IntentReading Nothing { get; } = new([], []);
}
