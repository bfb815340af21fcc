namespace ChatbotSante.Bot.Channels.DirectLine;

/// <summary>Why a request was refused, in the shape Direct Line's clients read.</summary>
internal sealed record DirectLineError(DirectLineErrorDetail Error)
{
    public DirectLineError(string code, string message)
        : this(new DirectLineErrorDetail(code, message)) { }
}
