namespace ChatbotSante.Dialogs;

/// <summary>A fault the operator must act on. The code is explained in <c>deployment/error-codes.md</c>.</summary>
/// <remarks>The message is constant: no exception of this product ever carries a patient's data.</remarks>
public abstract class ChatbotSanteException(string code, string message, Exception? inner = null)
    : Exception($"{code}: {message}", inner)
{
    /// <summary>Stable code, such as <c>STORE-001</c>.</summary>
    public string Code { get; } = code;
}
