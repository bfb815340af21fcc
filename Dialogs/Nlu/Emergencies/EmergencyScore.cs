namespace ChatbotSante.Dialogs.Nlu.Emergencies;

/// <summary>How much a message looks like an emergency.</summary>
/// <param name="Danger">Calibrated probability that a danger is named at all, in [0, 1].</param>
/// <param name="Now">Probability that it is of here and now, in [0, <paramref name="Danger"/>].</param>
/// <param name="Family">The likeliest family, from 0 for <c>u1</c>.</param>
internal readonly record struct EmergencyScore(float Danger, float Now, int Family)
{
    public static EmergencyScore Silent => new(0, 0, 0);

    /// <summary>From the sums of each meaning.</summary>
    public static EmergencyScore Of(ReadOnlySpan<float> logits)
    {
        var top = float.NegativeInfinity;
        foreach (var logit in logits)
        {
            top = Math.Max(top, logit);
        }

        float all = 0,
            now = 0,
            most = -1;
        var family = 0;
        for (var i = 0; i < logits.Length; i++)
        {
            var part = MathF.Exp(logits[i] - top);
            all += part;
            if (i >= EmergencyModel.FirstFamily)
            {
                now += part;
                (most, family) =
                    part > most ? (part, i - EmergencyModel.FirstFamily) : (most, family);
            }
        }

        var silence = MathF.Exp(logits[EmergencyModel.Silence] - top);
        return new EmergencyScore((all - silence) / all, now / all, family);
    }
}
