using System.Data.Common;
using System.Diagnostics;
using System.Text;
using ChatbotSante.Dialogs;
using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Boundary.Logs;

/// <summary>
/// Stands for an exception where it is logged: its type, its stack, and of its message what an operator may read. Providers of
/// logs print exceptions themselves, so they are given this one. <see cref="System.Exception.Data"/> is left out.
/// </summary>
internal sealed class MaskedException : Exception
{
    /// <summary>How many inner exceptions are followed, one within another.</summary>
    private const int MaxDepth = 8;

    /// <summary>Longest stack, in UTF-16 code units.</summary>
    private const int MaxStack = 16 * 1024;

    private readonly string _text;

    private MaskedException(string message, string stack, string text, Exception? inner)
        : base(message, inner)
    {
        StackTrace = stack;
        _text = text;
    }

    /// <inheritdoc />
    public override string StackTrace { get; }

    public static MaskedException Of(Exception exception, ITextRedactor redactor) =>
        exception as MaskedException ?? Of(exception, redactor, depth: 0)!;

    public override string ToString() => _text;

    private static MaskedException? Of(Exception? exception, ITextRedactor redactor, int depth)
    {
        if (exception is null || depth == MaxDepth)
        {
            return null;
        }

        IReadOnlyList<Exception?> others = exception is AggregateException several
            ? several.InnerExceptions
            : new[] { exception.InnerException };
        var inner = others
            .Take(MaxDepth)
            .Select(other => Of(other, redactor, depth + 1))
            .OfType<MaskedException>();
        MaskedException[] causes = [.. inner];
        var message = $"{exception.GetType()}: {MessageOf(exception, redactor)}";
        var stack = StackOf(exception);
        var text = new StringBuilder(message);
        foreach (var cause in causes)
        {
            text.AppendLine().Append(" ---> ").Append(cause._text);
        }

        if (causes.Length > 0)
        {
            text.AppendLine().Append("   --- End of inner exception stack trace ---");
        }

        if (stack.Length > 0)
        {
            text.AppendLine().Append(stack);
        }

        return new MaskedException(message, stack, text.ToString(), causes.FirstOrDefault());
    }

    /// <summary>The message of a fault of ours is a constant; a database's says which fault by its code; any other is redacted.</summary>
    private static string MessageOf(Exception exception, ITextRedactor redactor) =>
        exception switch
        {
            ChatbotSanteException ours => $"{ours.Code}: {ours.Summary}",
            DbException { SqlState: { Length: 5 } state }
                when state.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)) =>
                $"SQLSTATE {state}: {redactor.Redact(exception.Message)}",
            AggregateException several => string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{several.InnerExceptions.Count} errors."
            ),
            _ => redactor.Redact(exception.Message).ToString(),
        };

    /// <summary>The stack as the runtime knows it: names of methods. An exception's own text of it can come from another machine.</summary>
    private static string StackOf(Exception exception)
    {
        var stack = new StackTrace(exception, fNeedFileInfo: true).ToString().TrimEnd();
        return stack.Length <= MaxStack ? stack : stack[..MaxStack];
    }
}
