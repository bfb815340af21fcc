using System.Buffers;
using System.Globalization;
using System.Text;
using ChatbotSante.Dialogs.Activities;

namespace ChatbotSante.Bot.Channels;

/// <summary>Writes <c>{"activities":[…],"watermark":"n"}</c> around activities already rendered.</summary>
internal static class ActivitySet
{
    /// <summary>The bytes of a set.</summary>
    /// <param name="activities">What to send.</param>
    /// <param name="watermark">The last place sent; null leaves the watermark out.</param>
    public static ReadOnlyMemory<byte> Write(
        IReadOnlyList<StreamedActivity> activities,
        long? watermark
    )
    {
        var buffer = new ArrayBufferWriter<byte>(
            activities.Sum(activity => activity.Json.Length + 1) + 64
        );
        buffer.Write("{\"activities\":["u8);
        for (var i = 0; i < activities.Count; i++)
        {
            if (i > 0)
            {
                buffer.Write(","u8);
            }

            buffer.Write(activities[i].Json.Span);
        }

        buffer.Write("]"u8);
        if (watermark is { } mark)
        {
            buffer.Write(",\"watermark\":\""u8);
            buffer.Write(Encoding.ASCII.GetBytes(mark.ToString(CultureInfo.InvariantCulture)));
            buffer.Write("\""u8);
        }

        buffer.Write("}"u8);
        return buffer.WrittenMemory;
    }
}
