namespace ChatbotSante.Tests.Leaks;

/// <summary>How a patient talks to the program.</summary>
internal enum LineKind
{
    /// <summary>Direct Line, asked again after each message.</summary>
    Polling,

    /// <summary>Direct Line with an open WebSocket.</summary>
    Stream,

    /// <summary><c>/api/messages</c>, the replies in the answer.</summary>
    ExpectReplies,

    /// <summary><c>/api/messages</c>, the replies posted to the channel.</summary>
    Connector,
}
