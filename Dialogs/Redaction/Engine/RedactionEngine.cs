namespace ChatbotSante.Redaction;

/// <summary>
/// Finds identity and health data in French text, typed or said, in one pass. Made once, shared by all threads; a result belongs to
/// its caller. Linear in the length of the text; nothing is allocated for a text in which nothing is found.
/// </summary>
public sealed class RedactionEngine : ITextClassifier
{
    /// <summary>Tokens of one stretch: the longest message of a chat is one.</summary>
    private const int TaggedAtOnce = 4096;

    private const string Rehearsed =
        "Mme Untel, née le 1er mai 1950, 06 39 98 00 00, a@b.example, 1 rue X, zéro six, mal au dos";

    [ThreadStatic]
    private static RedactionResult? s_scratch;

    /// <summary>Ten megabytes that every engine of the process reads and none changes.</summary>
    private static readonly Lazy<Tagger> Weights = new(Tagger.Load);

    private readonly Tagger _tagger;
    private readonly CleanList _clean;

    private RedactionEngine(Tagger tagger, CleanList clean)
    {
        _tagger = tagger;
        _clean = clean;
    }

    /// <summary>Loads the word lists and the tagger's weights.</summary>
    /// <param name="clean">What is never hidden; null for nothing.</param>
    /// <exception cref="InvalidOperationException">The assembly was built without its lists or weights.</exception>
    public static RedactionEngine Create(CleanList? clean = null)
    {
        var engine = new RedactionEngine(Weights.Value, clean ?? CleanList.Empty);

        // The first patient waits for no list to be read and no code to be compiled.
        engine.Analyze(Rehearsed, default, new RedactionResult());
        return engine;
    }

    /// <summary>Finds everything in a text.</summary>
    /// <param name="text">The text, of any length; any UTF-16, broken pairs too.</param>
    /// <param name="context">What is known around it.</param>
    /// <param name="result">Receives what was found, in the place of what it held.</param>
    public void Analyze(
        ReadOnlySpan<char> text,
        in RedactionContext context,
        RedactionResult result
    )
    {
        ArgumentNullException.ThrowIfNull(result);
        result.Begin(text.Length);
        var folded = result.Folded.AsSpan(0, text.Length);
        CharacterFolding.Fold(text, folded);
        var count = Tokenizer.Split(folded, ref result.Tokens);
        result.BeginTokens(count);
        Scan(text, folded, result.Tokens.AsSpan(0, count), context, result);
        result.Forget(text.Length);
    }

    /// <summary>Classifies one message of which only the last question is known.</summary>
    public TextClassification Classify(FoldedText text, CategorySet expected) =>
        Classify(text, new RedactionContext { Expected = expected });

    /// <inheritdoc />
    public TextClassification Classify(FoldedText text, in RedactionContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        var result = s_scratch ??= new RedactionResult();
        result.Begin(0);
        result.BeginTokens(text.Tokens.Length);
        Scan(text.Original, text.Folded, text.Tokens.AsSpan(), context, result);
        return result.IsClean
            ? TextClassification.Clean
            : new TextClassification(result.ToList(), result.Categories, result.Degree);
    }

    private void Scan(
        ReadOnlySpan<char> original,
        ReadOnlySpan<char> folded,
        ReadOnlySpan<TextToken> tokens,
        in RedactionContext context,
        RedactionResult result
    )
    {
        var words = result.Words.AsSpan(0, tokens.Length);
        var taken = result.Taken.AsSpan(0, tokens.Length);
        var clean = result.Clean.AsSpan(0, tokens.Length);
        var sentences = result.Sentences.AsSpan(0, tokens.Length);
        taken.Clear();
        clean.Clear();
        var vocabulary = FrenchVocabulary.Shared;
        for (var i = 0; i < tokens.Length; i++)
        {
            words[i] = tokens[i].IsNumber
                ? WordInfo.Unknown
                : vocabulary.Find(folded.Slice(tokens[i].Start, tokens[i].Length));
        }

        var scan = new MessageScan(
            original,
            folded,
            tokens,
            words,
            taken,
            clean,
            sentences,
            result.Found
        )
        {
            Expected = context.Expected,
            Channel = context.Channel,
            IsPartial = context.IsPartial,
            IsAllCapitals = MessageScan.AreCapitals(original),
        };
        SentenceReader.Read(scan, sentences);
        Detect(ref scan, context, result);
        Veto(folded, result.Found);
        result.End(SpanMerge.Merge(result.Found, folded), scan.IsSensitive);
    }

    private void Detect(
        scoped ref MessageScan scan,
        in RedactionContext context,
        RedactionResult result
    )
    {
        EmailDetector.Find(scan);
        OnlineDetector.Find(scan);
        if (scan.Tokens.Length == 0)
        {
            return;
        }

        IdiomDetector.Find(scan);
        SpokenEmailDetector.Find(scan);
        SecretDetector.Find(scan);
        IbanDetector.Find(scan);
        AddressDetector.Find(scan);
        DateDetector.Find(scan);
        SequenceDetector.Find(scan);
        LabelledDetector.Find(scan);
        PlateDetector.Find(scan);
        QuantityDetector.Find(scan);
        DigitDetector.Find(scan, result.Atoms);
        BesideNumberDetector.Find(scan);
        InsurerDetector.Find(scan);
        SpelledDetector.Find(scan);
        var health = scan.Found.Count;
        HealthDetector.Find(ref scan);
        ResultDetector.Find(scan, health);
        NameDetector.Find(scan);
        LocationDetector.Find(scan);
        FieldDetector.Find(scan);
        MemoryDetector.Find(scan, context.Memory);
        var tagged = scan.Found.Count;
        Tag(scan);
        TaggerFilter.Apply(scan, tagged);
    }

    /// <summary>A long text is tagged in stretches, without those that the rules have spoken for from end to end.</summary>
    private void Tag(scoped in MessageScan scan)
    {
        if (scan.Tokens.Length <= TaggedAtOnce)
        {
            _tagger.Tag(scan.Original, scan.Folded, scan.Tokens, scan.Expected, scan.Found);
            return;
        }

        for (var from = 0; from < scan.Tokens.Length; from += TaggedAtOnce)
        {
            var length = Math.Min(TaggedAtOnce, scan.Tokens.Length - from);
            if (scan.Taken.Slice(from, length).Contains(false))
            {
                _tagger.Tag(
                    scan.Original,
                    scan.Folded,
                    scan.Tokens.Slice(from, length),
                    scan.Expected,
                    scan.Found
                );
            }
        }
    }

    /// <summary>The clean list, and nothing else, takes back what was found.</summary>
    private void Veto(ReadOnlySpan<char> folded, List<Detection> found)
    {
        if (_clean.IsEmpty)
        {
            return;
        }

        for (var i = found.Count - 1; i >= 0; i--)
        {
            if (_clean.Contains(folded.Slice(found[i].Start, found[i].Length)))
            {
                found.RemoveAt(i);
            }
        }
    }
}
