using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Pipeline;

/// <summary>One turn: what came in, what the conversation knows, what goes out. Lives as long as the turn.</summary>
public sealed class TurnContext(Activity activity, ConversationState state, DateTimeOffset now)
{
    private readonly List<Reply> _replies = [];
    private readonly List<TurnCommand> _commands = [];

    /// <summary>What the channel sent.</summary>
    public Activity Activity { get; } = activity;

    /// <summary>The conversation's state; replaced, never mutated.</summary>
    public ConversationState State { get; set; } = state;

    /// <summary>The clinic's time.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>The patient's words, folded; null before classification, or when there are none.</summary>
    public FoldedText? Text { get; set; }

    /// <summary>The same without names and numbers of people.</summary>
    public FoldedText? Impersonal { get; set; }

    /// <summary>What was understood, before any permit.</summary>
    public Understanding Understanding { get; set; } = Understanding.Nothing;

    /// <summary>What the turn says, in order.</summary>
    public IReadOnlyList<Reply> Replies => _replies;

    /// <summary>What the turn changes outside its conversation.</summary>
    public IReadOnlyList<TurnCommand> Commands => _commands;

    /// <summary>What a verified person may open now; null when nobody is, or not any more.</summary>
    public AccessGrant? Access => State.Access is { } access && access.Until > Now ? access : null;

    /// <summary>The answer must come at a fixed time: something was looked up that must not show in how long it took.</summary>
    public bool AtFixedTime { get; set; }

    /// <summary>The bot said that it did not understand.</summary>
    public bool IsMissed { get; set; }

    /// <summary>True until the patient was told that an automatic assistant answers.</summary>
    public bool IsFirstOfSession => !State.Disclosed;

    public void Say(Reply reply) => _replies.Add(reply);

    public void SayFirst(Reply reply) => _replies.Insert(0, reply);

    public void Do(TurnCommand command) => _commands.Add(command);
}
