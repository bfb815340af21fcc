using System.Buffers.Binary;
using ChatbotSante.Dialogs.Activities;

namespace ChatbotSante.Bot.Scaling;

/// <summary>Rendered activities as one run of bytes: for each, sequence (8), length (4), JSON. Big-endian.</summary>
internal static class ActivityPack
{
    private const int HeaderLength = 12;

    public static byte[] Pack(IReadOnlyList<StreamedActivity> activities)
    {
        var packed = new byte[activities.Sum(activity => HeaderLength + activity.Json.Length)];
        var rest = packed.AsSpan();
        foreach (var activity in activities)
        {
            BinaryPrimitives.WriteInt64BigEndian(rest, activity.Sequence);
            BinaryPrimitives.WriteInt32BigEndian(rest[8..], activity.Json.Length);
            activity.Json.Span.CopyTo(rest[HeaderLength..]);
            rest = rest[(HeaderLength + activity.Json.Length)..];
        }

        return packed;
    }

    public static IReadOnlyList<StreamedActivity> Unpack(ReadOnlyMemory<byte> packed)
    {
        var activities = new List<StreamedActivity>();
        while (!packed.IsEmpty)
        {
            var sequence = BinaryPrimitives.ReadInt64BigEndian(packed.Span);
            var length = BinaryPrimitives.ReadInt32BigEndian(packed.Span[8..]);
            activities.Add(new StreamedActivity(sequence, packed.Slice(HeaderLength, length)));
            packed = packed[(HeaderLength + length)..];
        }

        return activities;
    }

    /// <summary>A reference and an activity as received, as one run of bytes.</summary>
    public static byte[] PackInbound(InboundActivity inbound)
    {
        var reference = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(inbound.Reference, ReferenceJson.Default.ConversationReference);
        var packed = new byte[4 + reference.Length + inbound.Json.Length];
        BinaryPrimitives.WriteInt32BigEndian(packed, reference.Length);
        reference.CopyTo(packed, 4);
        inbound.Json.Span.CopyTo(packed.AsSpan(4 + reference.Length));
        return packed;
    }

    public static InboundActivity UnpackInbound(ConversationKey key, ReadOnlyMemory<byte> packed)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(packed.Span);
        var reference =
            System.Text.Json.JsonSerializer.Deserialize(packed.Span.Slice(4, length), ReferenceJson.Default.ConversationReference)
            ?? throw new InvalidOperationException("A sealed activity without its reference.");
        return new InboundActivity(key, reference, packed[(4 + length)..]);
    }
}
