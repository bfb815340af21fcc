using ChatbotSante.Redaction;

namespace ChatbotSante.Tests.Redaction.Evaluation;

/// <summary>The engine as it is measured.</summary>
internal static class Redactors
{
    private static readonly RedactionEngine Shared = RedactionEngine.Create();

    public static Finding Engine(string text, CategorySet asked, bool isSpeech)
    {
        var result = new RedactionResult();
        var context = new RedactionContext
        {
            Expected = asked,
            Channel = isSpeech ? TextChannel.Speech : TextChannel.Typed,
        };
        Shared.Analyze(text, context, result);
        return new Finding(
            result.ToList(),
            result.HasIdentity,
            result.HasHealth,
            (int)result.Degree
        );
    }
}
