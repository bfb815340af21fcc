using ChatbotSante.Dialogs.Activities;

namespace ChatbotSante.Bot.Channels.DirectLine;

/// <summary>The open sockets of this node, by conversation. A conversation may have several.</summary>
internal sealed class ConversationStreams : IConversationListener
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ConversationKey, ConversationStream[]> _open = [];

    /// <inheritdoc />
    public void Advanced(ConversationKey key, long sequence)
    {
        foreach (var stream in Of(key))
        {
            stream.Wake();
        }
    }

    /// <summary>Shows activities that could not be saved to the sockets of this node.</summary>
    public void Push(ConversationKey key, IReadOnlyList<StreamedActivity> unsaved)
    {
        foreach (var stream in Of(key))
        {
            foreach (var activity in unsaved)
            {
                stream.Push(activity);
            }
        }
    }

    public void Add(ConversationKey key, ConversationStream stream)
    {
        lock (_lock)
        {
            _open[key] = [.. _open.GetValueOrDefault(key, []), stream];
        }
    }

    public void Remove(ConversationKey key, ConversationStream stream)
    {
        lock (_lock)
        {
            var left = _open.GetValueOrDefault(key, []).Where(open => open != stream).ToArray();
            if (left.Length == 0)
            {
                _open.Remove(key);
            }
            else
            {
                _open[key] = left;
            }
        }
    }

    private ConversationStream[] Of(ConversationKey key)
    {
        lock (_lock)
        {
            return _open.GetValueOrDefault(key, []);
        }
    }
}
