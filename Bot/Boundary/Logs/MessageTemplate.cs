using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace ChatbotSante.Bot.Boundary.Logs;

/// <summary>
/// The constant part of a log message, « Nothing understood in {Conversation} », cut at its holes. A message is written from it
/// and from the masked values, never by the caller's own formatter.
/// </summary>
internal sealed class MessageTemplate
{
    /// <summary>The key under which loggers keep a message's template.</summary>
    public const string Key = "{OriginalFormat}";

    /// <summary>Templates met so far, by reference: a literal is one object for as long as the program runs.</summary>
    private static readonly ConcurrentDictionary<object, MessageTemplate> Read = new(
        ReferenceEqualityComparer.Instance
    );

    private readonly Hole[] _holes;
    private readonly string _end;

    private MessageTemplate(Hole[] holes, string end)
    {
        _holes = holes;
        _end = end;
    }

    /// <summary>The template of a literal of a program; null for text that was put together at run time, which may hold anything.</summary>
    public static MessageTemplate? OfLiteral(object? text)
    {
        if (text is not string template)
        {
            return null;
        }

        if (Read.TryGetValue(template, out var known))
        {
            return known;
        }

        return ReferenceEquals(string.IsInterned(template), template)
            ? Read.GetOrAdd(template, Parse(template))
            : null;
    }

    /// <summary>Whether the template itself names this value.</summary>
    public bool Names(string key) =>
        Array.Exists(_holes, hole => string.Equals(hole.Name, key, StringComparison.Ordinal));

    /// <summary>Writes the message.</summary>
    /// <param name="values">The values, masked.</param>
    public string Render(IReadOnlyList<KeyValuePair<string, object?>> values)
    {
        if (_holes.Length == 0)
        {
            return _end;
        }

        var written = new StringBuilder();
        foreach (var hole in _holes)
        {
            written.Append(hole.Before);
            Append(written, hole, values);
        }

        return written.Append(_end).ToString();
    }

    private static void Append(
        StringBuilder written,
        Hole hole,
        IReadOnlyList<KeyValuePair<string, object?>> values
    )
    {
        for (var i = 0; i < values.Count; i++)
        {
            var (key, value) = values[i];
            if (string.Equals(key, hole.Name, StringComparison.OrdinalIgnoreCase))
            {
                _ = value switch
                {
                    null => written.Append("(null)"),
                    IFormattable number => written.Append(
                        number.ToString(hole.Format, CultureInfo.InvariantCulture)
                    ),
                    _ => written.Append(value),
                };
                return;
            }
        }

        written.Append('{').Append(hole.Name).Append('}');
    }

    private static MessageTemplate Parse(string template)
    {
        var holes = new List<Hole>();
        var before = new StringBuilder();
        var i = 0;
        while (i < template.Length)
        {
            var c = template[i];
            var isDoubled = i + 1 < template.Length && template[i + 1] == c;
            var end = c == '{' && !isDoubled ? template.IndexOf('}', i) : -1;
            if (end < 0)
            {
                before.Append(c);
                i += c is '{' or '}' && isDoubled ? 2 : 1;
                continue;
            }

            holes.Add(HoleOf(before.ToString(), template[(i + 1)..end]));
            before.Clear();
            i = end + 1;
        }

        return new MessageTemplate([.. holes], before.ToString());
    }

    /// <summary><c>Name</c>, <c>@Name</c>, <c>Name,10:format</c>: the width is left aside.</summary>
    private static Hole HoleOf(string before, string inside)
    {
        var colon = inside.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? inside : inside[..colon];
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        name = (comma < 0 ? name : name[..comma]).Trim().TrimStart('@', '$');
        return new Hole(before, name, colon < 0 ? null : inside[(colon + 1)..]);
    }

    private readonly record struct Hole(string Before, string Name, string? Format);
}
