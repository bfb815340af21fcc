using System.Collections.Immutable;
using ChatbotSante.Dialogs.Nlu;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>One thing the bot says: a key of the content, what fills its blanks, the buttons under it.</summary>
public sealed record Reply
{
    public Reply(string key, params ReadOnlySpan<(string Blank, string Value)> values)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        Key = key;
        if (values.Length > 0)
        {
            var blanks = ImmutableSortedDictionary.CreateBuilder<string, string>(
                StringComparer.Ordinal
            );
            foreach (var (blank, value) in values)
            {
                blanks[blank] = value;
            }

            Values = blanks.ToImmutable();
        }
    }

    /// <summary>Key of a text in <c>Content/fr-FR/replies</c>.</summary>
    public string Key { get; }

    /// <summary>What fills the blanks of the text.</summary>
    public ImmutableSortedDictionary<string, string> Values { get; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Buttons: a key of the content, or, when it starts with <c>=</c>, the words themselves.</summary>
    public ImmutableArray<string> Actions { get; init; } = [];

    /// <summary>May be said twice running in the same words (the emergency message).</summary>
    public bool MayRepeat { get; init; }

    /// <summary>Index of the wording to say; null to let the conversation choose one that was not just said.</summary>
    public int? Variant { get; init; }

    /// <summary>What it proposes to do, so that a yes in answer to it does; null when it proposes nothing.</summary>
    public Intent? Proposes { get; init; }

    /// <summary>A reply said before, to be said again in the same words.</summary>
    public static Reply Again(StoredReply said)
    {
        ArgumentNullException.ThrowIfNull(said);
        var values = said.Values ?? [];
        return new Reply(said.Key, [.. values.Select(pair => (pair.Key, pair.Value))])
        {
            Actions = [.. said.Actions ?? []],
            MayRepeat = true,
            Variant = said.Variant,
        };
    }

    /// <summary>The same reply with buttons.</summary>
    public Reply With(params ReadOnlySpan<string> actions) => this with { Actions = [.. actions] };
}
