using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ChatbotSante.Redaction;

/// <summary>
/// Finds names, places, addresses and health in a message by what training learned. Stateless once loaded, safe for concurrent
/// use, linear, and allocates nothing.
/// </summary>
internal sealed class Tagger
{
    /// <summary>Longest run of tokens labelled at once; a longer message is cut at the end of a sentence or a line.</summary>
    private const int MostTokens = 256;

    /// <summary>Where a cut is looked for, from the end of a run.</summary>
    private const int CutWindow = 96;

    private const string Resource = "ChatbotSante.Redaction.Tagging.tagger.bin";

    private readonly TaggerModel _model;

    /// <summary>From each beginning, then each inside, to the inside of its own category.</summary>
    private readonly short[] _ownSteps;

    public Tagger(TaggerModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _ownSteps = new short[TagLabels.Count];
        for (var label = 0; label < TagLabels.Count; label++)
        {
            _ownSteps[label] =
                label % TagLabels.Half == 0
                    ? short.MinValue
                    : model.Steps[
                        (label * TagLabels.Count) + (label % TagLabels.Half) + TagLabels.Half
                    ];
        }
    }

    /// <summary>Loads the weights that ship with the assembly.</summary>
    /// <exception cref="InvalidDataException">They are missing, damaged or of another version.</exception>
    public static Tagger Load()
    {
        using var stream =
            typeof(Tagger).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException(
                "The tagger's weights are missing: build the program again."
            );
        return new Tagger(TaggerModel.Read(stream));
    }

    /// <summary>Adds what it finds to a list: spans of whole tokens, in order, not overlapping.</summary>
    /// <param name="original">The message.</param>
    /// <param name="folded">Its folded form, of the same length.</param>
    /// <param name="tokens">Runs of letters or of ASCII digits over the folded form, in order.</param>
    /// <param name="expected">What the last question asked for.</param>
    /// <param name="found">Where to add.</param>
    public void Tag(
        ReadOnlySpan<char> original,
        ReadOnlySpan<char> folded,
        ReadOnlySpan<TextToken> tokens,
        CategorySet expected,
        List<Detection> found
    )
    {
        ArgumentNullException.ThrowIfNull(found);
        if (folded.Length != original.Length)
        {
            throw new ArgumentException(
                "The folded form must be as long as the message.",
                nameof(folded)
            );
        }

        if (tokens.IsEmpty)
        {
            return;
        }

        var most = Math.Min(tokens.Length, MostTokens);
        var facts = ArrayPool<TokenFacts>.Shared.Rent(most + (2 * TagFeatures.Reach));
        var paths = ArrayPool<byte>.Shared.Rent((most + 1) * TagLabels.Count);
        var labels = ArrayPool<byte>.Shared.Rent(most);
        var question = TagFeatures.Question(expected);
        var caseSpeaks = TokenFactsReader.CaseSpeaks(original);
        var first = 0;
        while (first < tokens.Length)
        {
            var count = Cut(folded, tokens[first..]);
            Read(original, folded, tokens, first, count, caseSpeaks, facts);
            Label(facts, count, question, tokens.Length, paths, labels);
            TagSpans.Add(folded, tokens.Slice(first, count), labels.AsSpan(0, count), found);
            first += count;
        }

        ArrayPool<TokenFacts>.Shared.Return(facts);
        ArrayPool<byte>.Shared.Return(paths);
        ArrayPool<byte>.Shared.Return(labels);
    }

    /// <summary>How many of the tokens are labelled together.</summary>
    private static int Cut(ReadOnlySpan<char> folded, ReadOnlySpan<TextToken> tokens)
    {
        if (tokens.Length <= MostTokens)
        {
            return tokens.Length;
        }

        for (var i = MostTokens; i > MostTokens - CutWindow; i--)
        {
            if (folded[tokens[i - 1].End..tokens[i].Start].IndexOfAny(".!?\n") >= 0)
            {
                return i;
            }
        }

        return MostTokens;
    }

    private void Read(
        ReadOnlySpan<char> original,
        ReadOnlySpan<char> folded,
        ReadOnlySpan<TextToken> tokens,
        int first,
        int count,
        bool caseSpeaks,
        Span<TokenFacts> facts
    )
    {
        for (var i = -TagFeatures.Reach; i < count + TagFeatures.Reach; i++)
        {
            var at = first + i;
            facts[i + TagFeatures.Reach] =
                (uint)at < (uint)tokens.Length
                    ? TokenFactsReader.Read(
                        original,
                        folded,
                        tokens[at],
                        at == 0 ? -1 : tokens[at - 1].End,
                        caseSpeaks,
                        _model.Words
                    )
                    : new TokenFacts { Gap = TokenGap.Edge };
        }

        TokenFactsReader.ReadSentences(facts.Slice(TagFeatures.Reach, count));
    }

    /// <summary>Viterbi's algorithm, sixteen labels at a time.</summary>
    private void Label(
        ReadOnlySpan<TokenFacts> facts,
        int count,
        uint question,
        int tokens,
        Span<byte> paths,
        Span<byte> labels
    )
    {
        Span<uint> features = stackalloc uint[TagFeatures.Most];
        Span<short> best = stackalloc short[TagLabels.Count];
        for (var i = 0; i < count; i++)
        {
            var written = TagFeatures.Write(
                facts,
                i + TagFeatures.Reach,
                question,
                tokens,
                features
            );
            Score(features[..written], out var outer, out var inner);
            if (i == 0)
            {
                Start(outer, best);
            }
            else
            {
                Step(best, outer, inner, paths.Slice(i * TagLabels.Count, TagLabels.Count));
            }
        }

        var label = 0;
        for (var i = 1; i < TagLabels.Count; i++)
        {
            label = i != TagLabels.Unused && best[i] > best[label] ? i : label;
        }

        for (var i = count - 1; i >= 0; i--)
        {
            labels[i] = (byte)label;
            label = i > 0 ? paths[(i * TagLabels.Count) + label] : label;
        }
    }

    /// <summary>Sums the rows of the features; a row that belongs to another feature counts for nothing.</summary>
    private void Score(
        ReadOnlySpan<uint> features,
        out Vector256<short> outer,
        out Vector256<short> inner
    )
    {
        ref var rows = ref MemoryMarshal.GetArrayDataReference(_model.Rows);
        var mask = _model.RowMask;
        outer = Vector256<short>.Zero;
        inner = Vector256<short>.Zero;
        foreach (var feature in features)
        {
            // Two rows lie in one line of the cache: the second costs next to nothing.
            var fingerprint = TaggerModel.Fingerprint(feature);
            ref var row = ref Unsafe.Add(
                ref rows,
                (nint)TaggerModel.Pair(feature, mask) * TagLabels.Count
            );
            if (Unsafe.Add(ref row, TagLabels.Unused) != fingerprint)
            {
                row = ref Unsafe.Add(ref row, TagLabels.Count);
                if (Unsafe.Add(ref row, TagLabels.Unused) != fingerprint)
                {
                    continue;
                }
            }

            var weights = Vector256.LoadUnsafe(ref row);
            outer += Vector256.WidenLower(weights);
            inner += Vector256.WidenUpper(weights);
        }
    }

    private void Start(Vector256<short> outer, Span<short> best)
    {
        ref var steps = ref MemoryMarshal.GetArrayDataReference(_model.Steps);
        var start = Vector256.LoadUnsafe(ref steps, TagLabels.Unused * TagLabels.Count);
        Keep(Vector256.AddSaturate(outer, start), Vector256.Create(short.MinValue), best);
    }

    private void Step(
        Span<short> best,
        Vector256<short> outer,
        Vector256<short> inner,
        Span<byte> path
    )
    {
        ref var steps = ref MemoryMarshal.GetArrayDataReference(_model.Steps);
        var highest = Vector256.Create(short.MinValue);
        var from = Vector256<short>.Zero;
        for (var label = 0; label < TagLabels.Count; label++)
        {
            if (label == TagLabels.Unused)
            {
                continue;
            }

            var reached = Vector256.AddSaturate(
                Vector256.Create(best[label]),
                Vector256.LoadUnsafe(ref steps, (nuint)(label * TagLabels.Count))
            );
            var better = Vector256.GreaterThan(reached, highest);
            highest = Vector256.ConditionalSelect(better, reached, highest);
            from = Vector256.ConditionalSelect(better, Vector256.Create((short)label), from);
        }

        // An inside follows the beginning or the inside of its own category: the lanes stand in the same order.
        ref var before = ref MemoryMarshal.GetReference(best);
        ref var own = ref MemoryMarshal.GetArrayDataReference(_ownSteps);
        var opened = Vector256.AddSaturate(
            Vector256.LoadUnsafe(ref before),
            Vector256.LoadUnsafe(ref own)
        );
        var continued = Vector256.AddSaturate(
            Vector256.LoadUnsafe(ref before, TagLabels.Half),
            Vector256.LoadUnsafe(ref own, TagLabels.Half)
        );
        var goesOn = Vector256.GreaterThan(continued, opened);
        var lanes = Vector256<short>.Indices;
        var fromInner = lanes + (goesOn & Vector256.Create((short)TagLabels.Half));
        Vector256.Narrow(from, fromInner).AsByte().CopyTo(path);
        Keep(
            Vector256.AddSaturate(highest, outer),
            Vector256.AddSaturate(Vector256.Max(opened, continued), inner),
            best
        );
    }

    /// <summary>Scores are kept relative to that of no span, so that they stay small however long the message.</summary>
    private static void Keep(Vector256<short> outer, Vector256<short> inner, Span<short> best)
    {
        var outside = Vector256.Create(outer.ToScalar());
        Vector256.SubtractSaturate(outer, outside).CopyTo(best);
        Vector256.SubtractSaturate(inner, outside).CopyTo(best[TagLabels.Half..]);
    }
}
