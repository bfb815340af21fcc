using System.Buffers.Binary;

namespace ChatbotSante.Redaction;

/// <summary>
/// The names heard in one conversation, as keyed fingerprints of their words and the number of the person each belongs to: enough to
/// hide them in every later turn and to call the same person by the same number, and not a word of them. For one thread at a time.
/// </summary>
public sealed class ConversationMemory
{
    /// <summary>Most words remembered; a conversation that names more hides only the first of them by memory.</summary>
    public const int MaxWords = 64;

    private const int EntryBytes = KeyedFingerprint.LengthBytes + 1;

    private readonly KeyedFingerprint _fingerprint;
    private readonly List<(UInt128 Fingerprint, byte Person)> _entries = [];

    /// <summary>Takes up the memory of a conversation.</summary>
    /// <param name="fingerprint">Makes fingerprints under the key of the conversation's host.</param>
    /// <param name="stored">What <see cref="Store"/> wrote; empty for a new conversation. Bytes that are no whole entry are left out.</param>
    public ConversationMemory(KeyedFingerprint fingerprint, ReadOnlySpan<byte> stored)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        _fingerprint = fingerprint;
        for (
            var at = 0;
            at + EntryBytes <= stored.Length && _entries.Count < MaxWords;
            at += EntryBytes
        )
        {
            _entries.Add(
                (
                    BinaryPrimitives.ReadUInt128BigEndian(stored[at..]),
                    stored[at + KeyedFingerprint.LengthBytes]
                )
            );
        }
    }

    /// <summary>How many words are remembered.</summary>
    public int Count => _entries.Count;

    /// <summary>The number of the person whose name holds this word; 0 when nobody's does.</summary>
    public int PersonOf(ReadOnlySpan<char> word)
    {
        if (_entries.Count == 0)
        {
            return 0;
        }

        var wanted = Of(word);
        foreach (var (fingerprint, person) in _entries)
        {
            if (fingerprint == wanted)
            {
                return person;
            }
        }

        return 0;
    }

    /// <summary>Remembers a name.</summary>
    /// <param name="name">The name as written.</param>
    /// <returns>The number of its person: that of a name heard earlier that shares a word with it, or the next.</returns>
    public int Remember(ReadOnlySpan<char> name)
    {
        var person = 0;
        foreach (var range in new NameWords(name))
        {
            person = person == 0 ? PersonOf(name[range]) : person;
        }

        person = person == 0 ? Next() : person;
        foreach (var range in new NameWords(name))
        {
            if (_entries.Count < MaxWords && PersonOf(name[range]) == 0)
            {
                _entries.Add((Of(name[range]), (byte)person));
            }
        }

        return person;
    }

    /// <summary>The memory as bytes, to be sealed with the conversation.</summary>
    public byte[] Store()
    {
        var stored = new byte[_entries.Count * EntryBytes];
        for (var i = 0; i < _entries.Count; i++)
        {
            var entry = stored.AsSpan(i * EntryBytes, EntryBytes);
            BinaryPrimitives.WriteUInt128BigEndian(entry, _entries[i].Fingerprint);
            entry[KeyedFingerprint.LengthBytes] = _entries[i].Person;
        }

        return stored;
    }

    private int Next()
    {
        var highest = 0;
        foreach (var (_, person) in _entries)
        {
            highest = Math.Max(highest, person);
        }

        return Math.Min(highest + 1, byte.MaxValue);
    }

    private UInt128 Of(ReadOnlySpan<char> word)
    {
        Span<byte> bytes = stackalloc byte[KeyedFingerprint.LengthBytes];
        _fingerprint.Write(word, bytes);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
