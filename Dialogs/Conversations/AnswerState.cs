using ChatbotSante.Dialogs.Engine;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>An answer given at once keeps nothing.</summary>
public sealed record AnswerState : DialogState;
