using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu;

/// <summary>
/// One wording of a lexicon: words apart by spaces, without accents. <c>a|b</c> is either, <c>mot*</c> a beginning, <c>_</c> any
/// one word or none, <c>!a|b</c> no such word next; <c>=</c> before all, the whole message.
/// </summary>
internal sealed class PhrasePattern
{
    private readonly Step[] _steps;

    /// <exception cref="FormatException">The first word is a gap or a refusal, or an alternative is empty.</exception>
    public PhrasePattern(string phrase)
    {
        IsWhole = phrase.StartsWith('=');
        _steps =
        [
            .. FoldedText
                .FoldWord(phrase.TrimStart('='))
                .Split([' ', '\''], StringSplitOptions.RemoveEmptyEntries)
                .Select(Compile),
        ];
        if (_steps.Length == 0 || _steps[0].Kind != StepKind.Word)
        {
            throw new FormatException($"« {phrase} » does not start with a word.");
        }
    }

    /// <summary>Whether it must be all there is to the message.</summary>
    public bool IsWhole { get; }

    /// <summary>What its first word can be; a beginning ends in <c>*</c>.</summary>
    public IReadOnlyList<string> FirstWords => _steps[0].Words;

    /// <summary>The whole words it is made of, beginnings left out.</summary>
    public IEnumerable<string> WholeWords =>
        _steps
            .Where(step => step.Kind == StepKind.Word)
            .SelectMany(step => step.Words)
            .Where(word => word[^1] != '*');

    /// <summary>The beginnings it is made of, without their star.</summary>
    public IEnumerable<string> Beginnings =>
        _steps
            .Where(step => step.Kind == StepKind.Word)
            .SelectMany(step => step.Words)
            .Where(word => word[^1] == '*')
            .Select(word => word[..^1]);

    /// <summary>Index of the token after the phrase found at a token, or −1 when it does not stand there.</summary>
    public int EndAt(FoldedText text, int at)
    {
        if (IsWhole && at != 0)
        {
            return -1;
        }

        var end = EndAt(text, at, 0);
        return IsWhole && end != text.Tokens.Length ? -1 : end;
    }

    private int EndAt(FoldedText text, int at, int step)
    {
        if (step == _steps.Length)
        {
            return at;
        }

        var (kind, words) = (_steps[step].Kind, _steps[step].Words);
        switch (kind)
        {
            case StepKind.Gap:
                var without = EndAt(text, at, step + 1);
                return without >= 0 || at >= text.Tokens.Length
                    ? without
                    : EndAt(text, at + 1, step + 1);
            case StepKind.Not:
                return at < text.Tokens.Length && IsOneOf(text.At(at), words)
                    ? -1
                    : EndAt(text, at, step + 1);
            default:
                return at < text.Tokens.Length && IsOneOf(text.At(at), words)
                    ? EndAt(text, at + 1, step + 1)
                    : -1;
        }
    }

    private static Step Compile(string word) =>
        word == "_" ? new Step(StepKind.Gap, [])
        : word[0] == '!' ? new Step(StepKind.Not, Alternatives(word[1..]))
        : new Step(StepKind.Word, Alternatives(word));

    /// <summary>The ligature folds to one letter: « cœur » is « ceur ».</summary>
    private static string[] Alternatives(string word)
    {
        var forms = word.Split('|');
        if (Array.Exists(forms, form => form.Length == 0 || form == "*"))
        {
            throw new FormatException($"« {word} » has an empty alternative.");
        }

        return
        [
            .. forms
                .SelectMany(form =>
                    new[] { form, form.Replace("oe", "e", StringComparison.Ordinal) }
                )
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static bool IsOneOf(ReadOnlySpan<char> token, string[] words)
    {
        foreach (var word in words)
        {
            var matches =
                word[^1] == '*'
                    ? token.StartsWith(word.AsSpan(0, word.Length - 1), StringComparison.Ordinal)
                    : token.SequenceEqual(word);
            if (matches)
            {
                return true;
            }
        }

        return false;
    }

    private enum StepKind
    {
        Word,
        Gap,
        Not,
    }

    private sealed record Step(StepKind Kind, string[] Words);
}
