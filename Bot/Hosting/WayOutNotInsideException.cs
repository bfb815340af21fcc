using ChatbotSante.Dialogs;

namespace ChatbotSante.Bot.Hosting;

/// <summary>A host that a setting names is listed as inside, but its name leads elsewhere.</summary>
public sealed class WayOutNotInsideException(string setting, Exception inner)
    : ChatbotSanteException(
        "EGRESS-002",
        "A host that is listed as inside resolves elsewhere.",
        $"A host of {setting} resolves to an address outside the networks that Boundary:Inside gives it.",
        inner
    );
