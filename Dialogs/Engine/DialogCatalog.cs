using System.Collections.Frozen;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Pipeline;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>The dialogs of this build, by stable name and by the intent that opens them.</summary>
public sealed class DialogCatalog
{
    private readonly FrozenDictionary<string, IDialog> _byId;
    private readonly FrozenDictionary<Intent, IDialog> _byIntent;

    public DialogCatalog(IEnumerable<IDialog> dialogs)
    {
        var all = dialogs.ToArray();
        _byId = all.ToFrozenDictionary(dialog => dialog.Id, StringComparer.Ordinal);
        _byIntent = all.SelectMany(dialog => dialog.Opens.Select(intent => (intent, dialog)))
            .ToFrozenDictionary(pair => pair.intent, pair => pair.dialog);
    }

    public IReadOnlyCollection<IDialog> Dialogs => _byId.Values;

    /// <summary>The dialog of this name, or null when this build has none.</summary>
    public IDialog? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Whether the open dialog hears everything first.</summary>
    public bool HoldsTheFloor(ConversationState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Stack is [.., var top] && Find(top.Id)?.KeepsTheFloor == true;
    }

    /// <summary>Leaves every open dialog unfinished; gives back what they hold.</summary>
    public void LeaveAll(TurnContext turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        foreach (var command in GivenBack(turn.State))
        {
            turn.Do(command);
        }

        turn.State = turn.State with { Stack = [] };
    }

    /// <summary>What gives back all that the open dialogs of a conversation hold.</summary>
    public IReadOnlyList<TurnCommand> GivenBack(ConversationState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return
        [
            .. state.Stack.SelectMany(frame =>
                Find(frame.Id) is { } dialog && dialog.CanResume(frame) ? dialog.Abandon(frame) : []
            ),
        ];
    }

    /// <summary>The dialog an intent opens, or null.</summary>
    public IDialog? For(Intent intent) => _byIntent.GetValueOrDefault(intent);
}
