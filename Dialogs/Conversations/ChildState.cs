using ChatbotSante.Dialogs.Engine;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>How far the talk with a child is. Nothing of the child.</summary>
public sealed record ChildState : DialogState
{
    public ChildStage Stage { get; init; }
}
