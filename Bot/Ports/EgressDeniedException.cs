using ChatbotSante.Dialogs;

namespace ChatbotSante.Bot.Ports;

/// <summary>A connection or a request was refused by the boundary: nothing left.</summary>
/// <param name="reason">One of the boundary's own reasons.</param>
public sealed class EgressDeniedException(string reason)
    : ChatbotSanteException(
        "EGRESS-001",
        "A way out is closed.",
        $"A way out is closed ({reason}).",
        inner: null
    );
