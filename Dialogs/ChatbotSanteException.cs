using System.Diagnostics.CodeAnalysis;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs;

/// <summary>A fault the operator must act on. The code is explained in <c>deployment/error-codes.md</c>.</summary>
public abstract class ChatbotSanteException : Exception
{
    /// <summary>A fault told by a constant of the program.</summary>
    protected ChatbotSanteException(
        [ConstantExpected] string code,
        [ConstantExpected] string message,
        Exception? inner = null
    )
        : this(code, message, message, inner) { }

    /// <summary>A fault told with what stands in the operator's own files and settings.</summary>
    /// <param name="code">Stable code.</param>
    /// <param name="summary">What a log may say of it: a constant.</param>
    /// <param name="told">What the operator is told at the terminal: names of keys, lines, files; never a patient's data.</param>
    /// <param name="inner">The cause.</param>
    protected ChatbotSanteException(
        [ConstantExpected] string code,
        [ConstantExpected] string summary,
        string told,
        Exception? inner
    )
        : base($"{code}: {told}", inner)
    {
        Code = code;
        Summary = SafeText.Constant(summary);
    }

    /// <summary>Stable code, such as <c>STORE-001</c>.</summary>
    public string Code { get; }

    /// <summary>What a log says of it.</summary>
    public SafeText Summary { get; }
}
