using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Intents;

/// <summary>
/// Says what a message asks for, and how sure that is: a multinomial logistic regression over hashed features, trained by
/// <c>Dialogs/Training</c>. Deterministic, without state, allocates nothing; safe for concurrent use.
/// </summary>
public sealed class IntentClassifier
{
    private const string Resource = "ChatbotSante.Dialogs.Nlu.Intents.intents.bin";
    private readonly IntentModel _model;
    private readonly Intent?[] _intents;

    internal IntentClassifier(IntentModel model)
    {
        _model = model;
        _intents = Array.ConvertAll(model.Labels, IntentLabels.Find);
    }

    /// <summary>Probability from which a guess is taken for understood.</summary>
    public float Threshold => _model.Threshold;

    /// <summary>The classifier with the weights that ship.</summary>
    /// <exception cref="InvalidDataException">The weights are damaged.</exception>
    public static IntentClassifier Create()
    {
        using var weights =
            typeof(IntentClassifier).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException("The intents' weights are missing.");
        return new IntentClassifier(IntentModel.Read(weights));
    }

    /// <summary>The best guesses about a part of a message, best first.</summary>
    /// <param name="text">The message, spelled as <see cref="IntentRules.Corrected"/> spells it.</param>
    /// <param name="from">First token.</param>
    /// <param name="to">After the last token.</param>
    /// <param name="best">Filled with the guesses.</param>
    public void Classify(FoldedText text, int from, int to, Span<IntentGuess> best)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<float> odds = stackalloc float[IntentModel.Lanes - 1];
        Odds(text, from, to, odds);
        for (var rank = 0; rank < best.Length; rank++)
        {
            var at = 0;
            for (var i = 1; i < odds.Length; i++)
            {
                at = odds[i] > odds[at] ? i : at;
            }

            best[rank] = new IntentGuess(_model.Labels[at], _intents[at], odds[at]);
            odds[at] = -1;
        }
    }

    /// <summary>The probability of each label of the model.</summary>
    internal void Odds(FoldedText text, int from, int to, Span<float> odds)
    {
        var sums = new Sums(_model);
        IntentFeatures.Visit(text, from, to, ref sums);
        sums.Flush();
        var scale = sums.Square == 0 ? 0 : _model.Scale / MathF.Sqrt(sums.Square);
        var most = float.MinValue;
        for (var i = 0; i < odds.Length; i++)
        {
            odds[i] = scale * sums.Total[i];
            most = MathF.Max(most, odds[i]);
        }

        var sum = 0f;
        foreach (ref var one in odds)
        {
            one = MathF.Exp(one - most);
            sum += one;
        }

        foreach (ref var one in odds)
        {
            one /= sum;
        }
    }

    /// <summary>Adds up the rows of the features it is given.</summary>
    private struct Sums(IntentModel model) : IFeatureSink
    {
        /// <summary>Rows that a 16-bit sum surely holds.</summary>
        private const int SafeRows = 120;

        private Vector256<short> _low;
        private Vector256<short> _high;
        private int _pending;

        public Totals Total;

        /// <summary>Squared length of the features that are known.</summary>
        public int Square;

        public void Add(uint feature, short weight)
        {
            var slot = IntentModel.Pair(feature, model.RowMask);
            var print = IntentModel.Fingerprint(feature);
            var at = (int)slot * IntentModel.Lanes;
            if (model.Rows[at + IntentModel.Lanes - 1] != print)
            {
                at += IntentModel.Lanes;
                if (model.Rows[at + IntentModel.Lanes - 1] != print)
                {
                    return;
                }
            }

            ref var row = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(model.Rows), at);
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref row));
            Square += weight * weight;
            _low += low * weight;
            _high += high * weight;
            if (++_pending == SafeRows)
            {
                Flush();
            }
        }

        public void Flush()
        {
            for (var i = 0; i < Vector256<short>.Count; i++)
            {
                Total[i] += _low[i];
                Total[i + Vector256<short>.Count] += _high[i];
            }

            _low = default;
            _high = default;
            _pending = 0;
        }
    }

    [InlineArray(IntentModel.Lanes)]
    private struct Totals
    {
        private int _first;
    }
}
