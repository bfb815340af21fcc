namespace ChatbotSante.Bot.Hosting;

/// <summary>The addresses this program listens on, by what they are for.</summary>
internal enum Listener
{
    /// <summary>The page and the web chat.</summary>
    Public,

    /// <summary><c>/api/messages</c>.</summary>
    Connector,
}
