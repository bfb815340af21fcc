using ChatbotSante.Dialogs.Activities;

namespace ChatbotSante.Bot.Rehearsals;

/// <summary>One reply, as a page shows it.</summary>
internal sealed record SpokenReply(string Text, IReadOnlyList<SuggestedAction> Buttons);
