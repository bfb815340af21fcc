namespace ChatbotSante.Training.Emergencies;

/// <summary>Sentences measured together.</summary>
/// <param name="Name">Where they come from.</param>
/// <param name="Kind">What must become of them.</param>
/// <param name="Said">The family that must be found, or how the corpus marks what is none, and the sentence.</param>
internal sealed record MeasuredSet(
    string Name,
    string Kind,
    IReadOnlyList<(string Meaning, string Text)> Said
);
