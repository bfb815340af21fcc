namespace ChatbotSante.Bot.Ports;

/// <summary>A conversation as it lies in the store.</summary>
/// <param name="Revision">How many times it was saved, from 1.</param>
/// <param name="Key">The data key that sealed it.</param>
/// <param name="ForgetAt">When it must be forgotten.</param>
/// <param name="Sealed">The sealed state.</param>
public sealed record StoredConversation(
    long Revision,
    KeyId Key,
    DateTimeOffset ForgetAt,
    byte[] Sealed
);
