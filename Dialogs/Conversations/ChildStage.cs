namespace ChatbotSante.Dialogs.Conversations;

/// <summary>Steps of the talk with a child.</summary>
public enum ChildStage
{
    /// <summary>A grown-up was asked for.</summary>
    GrownUpAsked,

    /// <summary>Whether all is well was asked.</summary>
    SafetyAsked,

    /// <summary>Good-bye was said.</summary>
    Left,
}
