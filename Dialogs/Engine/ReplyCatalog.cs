using System.Collections.Frozen;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>Every text a patient can read, by key, with its wordings; and every button.</summary>
public sealed class ReplyCatalog
{
    private readonly FrozenDictionary<string, IReadOnlyList<string>> _wordings;
    private readonly FrozenDictionary<string, ReplyButton> _buttons;

    public ReplyCatalog(
        IReadOnlyDictionary<string, IReadOnlyList<string>> wordings,
        IReadOnlyDictionary<string, ReplyButton> buttons
    )
    {
        _wordings = wordings.ToFrozenDictionary(StringComparer.Ordinal);
        _buttons = buttons.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public IReadOnlyCollection<string> Keys => _wordings.Keys;

    public IReadOnlyCollection<string> ButtonKeys => _buttons.Keys;

    /// <summary>The wordings of a text, at least one.</summary>
    /// <exception cref="ContentException">No text has this key.</exception>
    public IReadOnlyList<string> WordingsOf(string key) =>
        _wordings.GetValueOrDefault(key) ?? throw new ContentException(key);

    /// <summary>The button of this key.</summary>
    /// <exception cref="ContentException">No button has this key.</exception>
    public ReplyButton ButtonOf(string key) =>
        _buttons.GetValueOrDefault(key) ?? throw new ContentException(key);

    /// <summary>Whether a text has this key.</summary>
    public bool Has(string key) => _wordings.ContainsKey(key);
}
