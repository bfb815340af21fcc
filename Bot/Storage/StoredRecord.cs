using ChatbotSante.Bot.Ports;

namespace ChatbotSante.Bot.Storage;

/// <summary>A sealed row that an index found.</summary>
internal sealed record StoredRecord(string Id, long Revision, KeyId Key, byte[] Sealed);
