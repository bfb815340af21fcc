using System.ComponentModel.DataAnnotations;

namespace ChatbotSante.Bot.Scaling;

/// <summary>How long conversations live. Section <c>Conversations</c>.</summary>
public sealed class ConversationsOptions
{
    /// <summary>Silence after which a conversation is forgotten and its key destroyed, in [1 min, 24 h]. Default: 30 min.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan ForgetAfter { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Silence after which a conversation leaves memory, in [1 min, 1 h]. Default: 5 min.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan IdleAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Longest wait for a conversation before the channel answers alone, in [1 s, 10 s]: longer than
    /// <see cref="Conversation.FixedAnswerTime"/>. Default: 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:10")]
    public TimeSpan TurnTimeout { get; init; } = TimeSpan.FromSeconds(2);
}
