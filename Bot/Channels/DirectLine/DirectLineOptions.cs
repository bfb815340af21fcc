using System.ComponentModel.DataAnnotations;

namespace ChatbotSante.Bot.Channels.DirectLine;

/// <summary>The web chat's channel. Section <c>DirectLine</c>.</summary>
public sealed class DirectLineOptions
{
    /// <summary>Origins of other sites whose pages may ask for a token (<c>https://www.clinique.example</c>). This program's own
    /// pages always may. Default: none.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Life of a token, in [2 min, 24 h]; an open page renews its own. Default: 30 min.</summary>
    [Range(typeof(TimeSpan), "00:02:00", "1.00:00:00")]
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>New conversations one address may open per minute, in [1, 10,000]. Default: 30.</summary>
    [Range(1, 10_000)]
    public int ConversationsPerMinute { get; init; } = 30;

    /// <summary>Messages one conversation may post per minute, in [1, 10,000]. Default: 120.</summary>
    [Range(1, 10_000)]
    public int MessagesPerMinute { get; init; } = 120;
}
