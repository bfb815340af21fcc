using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Emergencies;

/// <summary>
/// What was learned of emergencies: one row of weights a feature, one column a meaning. Stateless once loaded, safe for
/// concurrent use, linear, allocates nothing. Trained by <c>Dialogs/Training</c>.
/// </summary>
public sealed class EmergencyModel
{
    /// <summary>Columns of a row: silence, a question, the twelve families, two unused.</summary>
    internal const int Columns = 16;

    /// <summary>Column of what holds no danger.</summary>
    internal const int Silence = 0;

    /// <summary>Column of a danger that is not clearly of here and now.</summary>
    internal const int Question = 1;

    /// <summary>Column of the first family.</summary>
    internal const int FirstFamily = 2;

    /// <summary>Families there are.</summary>
    internal const int Families = 12;

    /// <summary>Meanings there are.</summary>
    internal const int Meanings = FirstFamily + Families;

    private const uint Signature = 0x31474D45;
    private const string Resource = "ChatbotSante.Dialogs.Nlu.Emergencies.emergencies.bin";

    private readonly sbyte[] _weights;
    private readonly float[] _scales;
    private readonly float[] _biases;

    internal EmergencyModel(sbyte[] weights, float[] scales, float[] biases)
    {
        _weights = weights;
        _scales = scales;
        _biases = biases;
    }

    /// <summary>One that has learned nothing, for who looks at wordings alone.</summary>
    internal static EmergencyModel Untrained() =>
        new(new sbyte[EmergencyFeatures.Rows * Columns], new float[Columns], new float[Columns]);

    /// <summary>Loads the weights that ship with the assembly.</summary>
    /// <exception cref="InvalidDataException">They are missing, damaged or of another version.</exception>
    public static EmergencyModel Load()
    {
        using var stream =
            typeof(EmergencyModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException(
                "The weights that find emergencies are missing: build the program again."
            );
        return Read(stream);
    }

    /// <exception cref="InvalidDataException">The weights are damaged or of another version.</exception>
    internal static EmergencyModel Read(Stream stream)
    {
        try
        {
            using var reader = new BinaryReader(stream);
            var isKnown =
                reader.ReadUInt32() == Signature && reader.ReadInt32() == EmergencyFeatures.Rows;
            if (!isKnown)
            {
                throw new InvalidDataException(
                    "The weights that find emergencies are of another version: train them again."
                );
            }

            var scales = new float[Columns];
            var biases = new float[Columns];
            var weights = new sbyte[EmergencyFeatures.Rows * Columns];
            stream.ReadExactly(MemoryMarshal.AsBytes(scales.AsSpan()));
            stream.ReadExactly(MemoryMarshal.AsBytes(biases.AsSpan()));
            stream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
            return new EmergencyModel(weights, scales, biases);
        }
        catch (EndOfStreamException cut)
        {
            throw new InvalidDataException("The weights that find emergencies are cut off.", cut);
        }
    }

    internal void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        writer.Write(Signature);
        writer.Write(EmergencyFeatures.Rows);
        writer.Write(MemoryMarshal.AsBytes(_scales.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(_biases.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(_weights.AsSpan()));
    }

    /// <summary>What the message means, of all its windows the one that is the least silent.</summary>
    internal EmergencyScore Score(FoldedText text)
    {
        var best = EmergencyScore.Silent;
        var count = text.Tokens.Length;
        for (var start = 0; start < count; start += EmergencyFeatures.Window / 2)
        {
            var end = Math.Min(count, start + EmergencyFeatures.Window);
            var score = Score(text, start, end);
            if (score.Danger > best.Danger)
            {
                best = score;
            }

            if (end == count)
            {
                break;
            }
        }

        return best;
    }

    private EmergencyScore Score(FoldedText text, int start, int end)
    {
        Span<int> rows = stackalloc int[EmergencyFeatures.Most];
        rows = rows[..EmergencyFeatures.Write(text, start, end, rows)];
        Span<float> logits = stackalloc float[Columns];
        Sum(rows, logits);
        return EmergencyScore.Of(logits[..Meanings]);
    }

    /// <summary>Adds the rows up in sixteen-bit lanes: of at most some fourteen hundred rows of one byte, whose sums fit
    /// after a saturation that nothing real comes near.</summary>
    private void Sum(ReadOnlySpan<int> rows, Span<float> logits)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(_weights);
        var low = Vector128<short>.Zero;
        var high = Vector128<short>.Zero;
        foreach (var row in rows)
        {
            var weights = Vector128.LoadUnsafe(ref first, (nuint)(row * Columns));
            var (left, right) = Vector128.Widen(weights);
            low = Vector128.AddSaturate(low, left);
            high = Vector128.AddSaturate(high, right);
        }

        for (var i = 0; i < Meanings; i++)
        {
            var sum = i < Vector128<short>.Count ? low[i] : high[i - Vector128<short>.Count];
            logits[i] = (sum * _scales[i]) + _biases[i];
        }
    }
}
