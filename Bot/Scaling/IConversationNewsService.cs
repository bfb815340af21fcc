using Orleans.Concurrency;
using Orleans.Services;

namespace ChatbotSante.Bot.Scaling;

/// <summary>One on every node: hears that a conversation went on, and tells those who show it there.</summary>
[Alias("chatbotsante.news")]
public interface IConversationNewsService : IGrainService
{
    /// <summary>The stream of a conversation now ends at this sequence.</summary>
    [OneWay, Alias("advanced")]
    Task AdvancedAsync(string conversation, long sequence);
}
