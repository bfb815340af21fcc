namespace ChatbotSante.Redaction;

/// <summary>The words of a name that tell people apart: three letters at least, and no particle.</summary>
internal ref struct NameWords(ReadOnlySpan<char> name)
{
    /// <summary>Shortest word remembered: shorter ones are particles, or words of any sentence.</summary>
    public const int MinLength = 3;

    private readonly ReadOnlySpan<char> _name = name;
    private int _at;

    public Range Current { get; private set; }

    public readonly NameWords GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_at < _name.Length)
        {
            while (_at < _name.Length && !char.IsLetter(_name[_at]))
            {
                _at++;
            }

            var start = _at;
            while (_at < _name.Length && char.IsLetter(_name[_at]))
            {
                _at++;
            }

            if (_at - start >= MinLength && IsTelling(_name[start.._at]))
            {
                Current = start.._at;
                return true;
            }
        }

        return false;
    }

    private static bool IsTelling(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[64];
        if (word.Length > folded.Length)
        {
            return true;
        }

        CharacterFolding.Fold(word, folded);
        return !FrenchVocabulary
            .Shared.Find(folded[..word.Length])
            .Has(WordFlags.Particle | WordFlags.Title | WordFlags.Ordinary | WordFlags.Relation);
    }
}
