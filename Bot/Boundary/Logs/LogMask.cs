using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Boundary.Logs;

/// <summary>
/// Masks everything that a log call carries: message, values, exception. What passes is what the program itself wrote as
/// constants, and what <see cref="LogValues"/> and <see cref="MachineNames"/> know; the rest goes through the redactor.
/// </summary>
internal sealed class LogMask(ITextRedactor redactor)
{
    /// <summary>Names met so far, as they may be written. Bounded: names are the program's, but nothing makes them so.</summary>
    private const int MaxNames = 4096;

    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>A log call's state, masked.</summary>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "A value that cannot be printed must neither be logged nor break what logged it."
    )]
    public MaskedState State<TState>(
        string category,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string>? formatter
    )
    {
        try
        {
            return Mask(category, state, exception, formatter);
        }
        catch (Exception)
        {
            BoundaryInstruments.Withheld("state");
            return new MaskedState("[REDACTED:0]", []);
        }
    }

    /// <summary>An exception's stand-in, masked; null for none.</summary>
    public MaskedException? Exception(Exception? exception) =>
        exception is null ? null : MaskedException.Of(exception, redactor);

    /// <summary>A name that the program gives (of a value, of an event), as it may be written.</summary>
    [return: NotNullIfNotNull(nameof(name))]
    public string? Name(string? name)
    {
        if (name is null)
        {
            return null;
        }

        if (_names.TryGetValue(name, out var known))
        {
            return known;
        }

        var written = ReferenceEquals(string.IsInterned(name), name)
            ? name
            : redactor.Redact(name).ToString();
        if (_names.Count < MaxNames)
        {
            _names.TryAdd(name, written);
        }

        return written;
    }

    private MaskedState Mask<TState>(
        string category,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string>? formatter
    )
    {
        var values = state switch
        {
            IReadOnlyList<KeyValuePair<string, object?>> list => list,
            IEnumerable<KeyValuePair<string, object?>> some => [.. some],
            _ => [],
        };
        var template = TemplateOf(values);
        var masked = new KeyValuePair<string, object?>[values.Count];
        for (var i = 0; i < masked.Length; i++)
        {
            var (key, value) = values[i];
            masked[i] =
                key == MessageTemplate.Key
                    ? new(key, template is null ? Text(value) : value)
                    : new(
                        template?.Names(key) == true ? key : Name(key),
                        Value(category, key, value, exception)
                    );
        }

        var message =
            template?.Render(masked)
            ?? Text(formatter is null ? state : formatter(state, Exception(exception)));
        return new MaskedState(message, masked);
    }

    private static MessageTemplate? TemplateOf(IReadOnlyList<KeyValuePair<string, object?>> values)
    {
        for (var i = values.Count - 1; i >= 0; i--)
        {
            if (values[i].Key == MessageTemplate.Key)
            {
                return MessageTemplate.OfLiteral(values[i].Value);
            }
        }

        return null;
    }

    private object? Value(string category, string key, object? value, Exception? exception)
    {
        switch (value)
        {
            case null:
                return null;
            case string text when MachineNames.Has(category, key, text):
                return text;
            case string text
                when exception is not null
                    && key == "exception.type"
                    && text == exception.GetType().ToString():
                return text;
            case string text:
                return Text(text);
            default:
                var isSafe = LogValues.IsSafe(value.GetType());
                // Numbers stay numbers; what prints itself does so now, for it may be used again after the call.
                return !isSafe ? Text(value)
                    : value is IConvertible or Guid or TimeSpan ? value
                    : value.ToString();
        }
    }

    private string Text(object? value)
    {
        var text = value?.ToString();
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        var safe = redactor.Redact(text).ToString();
        if (!string.Equals(safe, text, StringComparison.Ordinal))
        {
            BoundaryInstruments.Withheld("value");
        }

        return safe;
    }
}
