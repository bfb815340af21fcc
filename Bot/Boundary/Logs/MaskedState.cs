using System.Collections;

namespace ChatbotSante.Bot.Boundary.Logs;

/// <summary>What a provider of logs is given in the place of a log call's state, or of a scope: a message, and values that were masked.</summary>
internal sealed class MaskedState(string message, KeyValuePair<string, object?>[] values)
    : IReadOnlyList<KeyValuePair<string, object?>>
{
    /// <summary>Formats one, as a provider asks.</summary>
    public static readonly Func<MaskedState, Exception?, string> Format = static (state, _) =>
        state.ToString();

    public int Count => values.Length;

    public KeyValuePair<string, object?> this[int index] => values[index];

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, object?>>)values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => values.GetEnumerator();

    public override string ToString() => message;
}
