using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>One thing a form asks for.</summary>
/// <param name="Name">Stable name of the slot.</param>
/// <param name="Permit">The categories its question asks for.</param>
/// <param name="IsFilled">Whether the state holds it.</param>
/// <param name="Fill">The state with what was heard of it, or null when nothing was: also how a value is corrected.</param>
/// <param name="Ask">The question.</param>
public sealed record FormSlot<TState>(
    string Name,
    CategorySet Permit,
    Func<TState, bool> IsFilled,
    Func<TState, Understanding, TState?> Fill,
    Func<TState, Reply> Ask
)
    where TState : DialogState;
