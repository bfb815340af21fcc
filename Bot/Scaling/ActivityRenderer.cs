using System.Globalization;
using System.Text.Json;
using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Dialogs.Engine;

namespace ChatbotSante.Bot.Scaling;

/// <summary>Makes activities of what a conversation holds: the bot's replies, and the echo of the patient's own words.</summary>
internal static class ActivityRenderer
{
    /// <summary>The bot's account where the channel gives it none.</summary>
    private const string DefaultBotId = "assistant";

    private const string Language = "fr-FR";

    /// <summary>An activity's id: the conversation's, then its place in the stream.</summary>
    public static string IdOf(ConversationReference reference, long sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"{reference.ConversationId}|{sequence:D7}");

    /// <summary>One of the bot's replies.</summary>
    /// <param name="renderer">Makes the text.</param>
    /// <param name="reference">Where it goes.</param>
    /// <param name="reply">What is said.</param>
    /// <param name="replyToId">The activity it answers, when the reader has it: Web Chat holds a reply back for five seconds
    /// while the message it answers is missing.</param>
    public static StreamedActivity Render(
        ReplyRenderer renderer,
        ConversationReference reference,
        StoredReply reply,
        string? replyToId
    )
    {
        var activity = new OutgoingActivity
        {
            Type = ActivityTypes.Message,
            Id = IdOf(reference, reply.Sequence),
            Timestamp = new DateTimeOffset(reply.At, TimeSpan.Zero),
            ChannelId = reference.ChannelId,
            ServiceUrl = reference.ServiceUrl,
            From = new ChannelAccount { Id = reference.BotId ?? DefaultBotId, Role = "bot" },
            Recipient = new ChannelAccount { Id = reference.UserId, Role = "user" },
            Conversation = new ConversationAccount { Id = reference.ConversationId },
            Locale = Language,
            TextFormat = "plain",
            Text = renderer.Text(reply),
            InputHint = reply.Actions is { Length: > 0 } ? "expectingInput" : "acceptingInput",
            ReplyToId = replyToId,
            SuggestedActions = renderer.Actions(reply),
        };
        return new StreamedActivity(
            reply.Sequence,
            JsonSerializer.SerializeToUtf8Bytes(activity, ActivityJson.Default.OutgoingActivity)
        );
    }

    /// <summary>The one place where a patient's words are written: to that patient's own stream.</summary>
    public static StreamedActivity Render(ConversationReference reference, Echo echo)
    {
        var activity = new OutgoingActivity
        {
            Type = ActivityTypes.Message,
            Id = IdOf(reference, echo.Sequence),
            Timestamp = echo.At,
            ChannelId = reference.ChannelId,
            From = new ChannelAccount { Id = reference.UserId, Role = "user" },
            Conversation = new ConversationAccount { Id = reference.ConversationId },
            Locale = Language,
            TextFormat = "plain",
            Text = echo.Text.Reveal(),
            ChannelData = echo.ClientActivityId is { } id
                ? new ClientChannelData { ClientActivityId = id }
                : null,
        };
        return new StreamedActivity(
            echo.Sequence,
            JsonSerializer.SerializeToUtf8Bytes(activity, ActivityJson.Default.OutgoingActivity)
        );
    }
}
