namespace ChatbotSante.Dialogs.Engine;

/// <summary>How a dialog's step ended.</summary>
public enum StepOutcome
{
    /// <summary>It asked something and waits.</summary>
    Wait,

    /// <summary>It is finished and leaves the stack.</summary>
    Done,

    /// <summary>Nothing in the message was for it; its state is unchanged.</summary>
    Unheard,
}
