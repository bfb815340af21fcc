using System.Runtime.InteropServices;
using ChatbotSante.Redaction;

namespace ChatbotSante.Training.Tagging;

/// <summary>
/// A structured averaged perceptron: labels a message with what it knows so far, wrong labels being offered a head start, and
/// moves its weights from the labels it chose to the right ones. The weights kept are the average of those of every moment.
/// </summary>
internal sealed class PerceptronTrainer
{
    /// <summary>The head start of leaving a token out of its span: a leak costs more than a false alarm.</summary>
    private const float LeakMargin = 3f;
    private const float AlarmMargin = 1.5f;
    private const float CategoryMargin = 1f;
    private const float Impossible = -1e9f;

    private readonly Dictionary<uint, int> _rows;
    private readonly float[] _weights;
    private readonly float[] _drift;
    private readonly float[] _steps = new float[TagLabels.Count * TagLabels.Count];
    private readonly float[] _stepsDrift = new float[TagLabels.Count * TagLabels.Count];
    private float _moment = 1;

    private readonly uint[] _features = new uint[TagFeatures.Most];
    private int[] _active = [];
    private int[] _activeEnds = [];
    private float[] _scores = [];
    private byte[] _paths = [];

    /// <param name="features">The features to learn; others are not seen.</param>
    public PerceptronTrainer(IEnumerable<uint> features)
    {
        _rows = [];
        foreach (var feature in features)
        {
            _rows.TryAdd(feature, _rows.Count);
        }

        _weights = new float[_rows.Count * TagLabels.Count];
        _drift = new float[_weights.Length];
    }

    /// <summary>Learns from one message. Returns the number of tokens that it labelled wrong.</summary>
    public int Learn(TrainingMessage message)
    {
        var count = message.Labels.Length;
        if (count == 0)
        {
            return 0;
        }

        Activate(message);
        var guess = Decode(message.Labels);
        var wrong = 0;
        for (var i = 0; i < count; i++)
        {
            var (right, chosen) = (message.Labels[i], guess[i]);
            if (right != chosen)
            {
                wrong++;
                for (var k = i == 0 ? 0 : _activeEnds[i - 1]; k < _activeEnds[i]; k++)
                {
                    Move(_weights, _drift, (_active[k] * TagLabels.Count) + right, 1);
                    Move(_weights, _drift, (_active[k] * TagLabels.Count) + chosen, -1);
                }
            }

            var (fromRight, fromChosen) =
                i == 0
                    ? (TagLabels.Unused, TagLabels.Unused)
                    : (message.Labels[i - 1], guess[i - 1]);
            if (right != chosen || fromRight != fromChosen)
            {
                Move(_steps, _stepsDrift, (fromRight * TagLabels.Count) + right, 1);
                Move(_steps, _stepsDrift, (fromChosen * TagLabels.Count) + chosen, -1);
            }
        }

        _moment++;
        return wrong;
    }

    /// <summary>The averaged weights of each feature.</summary>
    public IEnumerable<(uint Feature, float[] Weights)> Rows()
    {
        foreach (var (feature, row) in _rows)
        {
            var weights = new float[TagLabels.Count];
            for (var i = 0; i < weights.Length; i++)
            {
                var at = (row * TagLabels.Count) + i;
                weights[i] = _weights[at] - (_drift[at] / _moment);
            }

            yield return (feature, weights);
        }
    }

    /// <summary>The averaged steps from label to label.</summary>
    public float[] Steps() => [.. _steps.Select((step, i) => step - (_stepsDrift[i] / _moment))];

    private void Move(float[] weights, float[] drift, int at, float by)
    {
        weights[at] += by;
        drift[at] += by * _moment;
    }

    /// <summary>Finds the rows of each token's features, and their sums.</summary>
    private void Activate(TrainingMessage message)
    {
        var count = message.Labels.Length;
        if (_activeEnds.Length < count)
        {
            _active = new int[count * TagFeatures.Most];
            _activeEnds = new int[count];
            _scores = new float[count * TagLabels.Count];
            _paths = new byte[count * TagLabels.Count];
        }

        Array.Clear(_scores);
        var end = 0;
        for (var i = 0; i < count; i++)
        {
            var written = TagFeatures.Write(
                message.Facts,
                i + TagFeatures.Reach,
                message.Question,
                count,
                _features
            );
            var sums = MemoryMarshal.Cast<float, System.Numerics.Vector<float>>(
                _scores.AsSpan(i * TagLabels.Count, TagLabels.Count)
            );
            foreach (var feature in _features.AsSpan(0, written))
            {
                if (_rows.TryGetValue(feature, out var row))
                {
                    _active[end++] = row;
                    var weights = MemoryMarshal.Cast<float, System.Numerics.Vector<float>>(
                        _weights.AsSpan(row * TagLabels.Count, TagLabels.Count)
                    );
                    for (var k = 0; k < sums.Length; k++)
                    {
                        sums[k] += weights[k];
                    }
                }
            }

            _activeEnds[i] = end;
        }
    }

    /// <summary>The best path when every wrong label has its head start.</summary>
    private byte[] Decode(byte[] right)
    {
        var best = new float[TagLabels.Count];
        var next = new float[TagLabels.Count];
        for (var i = 0; i < right.Length; i++)
        {
            for (var label = 0; label < TagLabels.Count; label++)
            {
                var score = _scores[(i * TagLabels.Count) + label] + Margin(right[i], label);
                next[label] =
                    label == TagLabels.Unused ? Impossible : score + Reach(best, label, i);
            }

            (best, next) = (next, best);
        }

        var guess = new byte[right.Length];
        var chosen = Array.IndexOf(best, best.Max());
        for (var i = right.Length - 1; i >= 0; i--)
        {
            guess[i] = (byte)chosen;
            chosen = _paths[(i * TagLabels.Count) + chosen];
        }

        return guess;
    }

    private float Reach(float[] best, int label, int at)
    {
        if (at == 0)
        {
            return TagLabels.IsInside(label)
                ? Impossible
                : _steps[(TagLabels.Unused * TagLabels.Count) + label];
        }

        var (highest, from) = (Impossible * 2, 0);
        if (TagLabels.IsInside(label))
        {
            var own = label - TagLabels.Half;
            var opened = best[own] + _steps[(own * TagLabels.Count) + label];
            var continued = best[label] + _steps[(label * TagLabels.Count) + label];
            (highest, from) = opened >= continued ? (opened, own) : (continued, label);
        }
        else
        {
            for (var previous = 0; previous < TagLabels.Count; previous++)
            {
                var reached = best[previous] + _steps[(previous * TagLabels.Count) + label];
                if (reached > highest && previous != TagLabels.Unused)
                {
                    (highest, from) = (reached, previous);
                }
            }
        }

        _paths[(at * TagLabels.Count) + label] = (byte)from;
        return highest;
    }

    private static float Margin(byte right, int label) =>
        right == label ? 0
        : label == TagLabels.Outside ? LeakMargin
        : right == TagLabels.Outside ? AlarmMargin
        : CategoryMargin;
}
