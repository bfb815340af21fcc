using System.Buffers;
using System.Buffers.Binary;
using System.Text;
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
        var buffer = new ArrayBufferWriter<byte>(256 + inbound.Json.Length);
        var reference = inbound.Reference;
        foreach (
            var field in (string?[])
                [
                    reference.ChannelId,
                    reference.ConversationId,
                    reference.ServiceUrl,
                    reference.UserId,
                    reference.BotId,
                ]
        )
        {
            var length = field is null ? -1 : Encoding.UTF8.GetByteCount(field);
            BinaryPrimitives.WriteInt32BigEndian(buffer.GetSpan(4), length);
            buffer.Advance(4);
            if (field is not null)
            {
                Encoding.UTF8.GetBytes(field, buffer);
            }
        }

        buffer.Write(inbound.Json.Span);
        return buffer.WrittenSpan.ToArray();
    }

    public static InboundActivity UnpackInbound(ConversationKey key, ReadOnlyMemory<byte> packed)
    {
        var reference = new ConversationReference
        {
            ChannelId = Field(ref packed)!,
            ConversationId = Field(ref packed)!,
            ServiceUrl = Field(ref packed),
            UserId = Field(ref packed),
            BotId = Field(ref packed),
        };
        return ActivityReader.TryRead(packed.Span, out var activity)
            ? new InboundActivity(key, reference, packed, activity!)
            : throw new InvalidOperationException("A channel let a malformed activity through.");
    }

    private static string? Field(ref ReadOnlyMemory<byte> packed)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(packed.Span);
        packed = packed[4..];
        if (length < 0)
        {
            return null;
        }

        var field = Encoding.UTF8.GetString(packed.Span[..length]);
        packed = packed[length..];
        return field;
    }
}
