using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Rehearsals;

/// <summary>One reply, as a page shows it.</summary>
internal sealed record SpokenReply(
    [property: OperationalData] string Text,
    IReadOnlyList<SuggestedAction> Buttons
);
