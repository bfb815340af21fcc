namespace ChatbotSante.Bot.Ports;

/// <summary>A sentence that was often not understood, as it lies in the store.</summary>
/// <param name="Id">Its keyed fingerprint.</param>
/// <param name="Times">In how many conversations it was said.</param>
/// <param name="LastDay">The clinic's day on which it was said last.</param>
/// <param name="Sealed">Its words, sealed.</param>
internal sealed record MissedEntry(string Id, int Times, DateOnly LastDay, byte[] Sealed);
