using System.Collections.Immutable;
using ChatbotSante.Redaction;

namespace ChatbotSante.Tests.Redaction.Evaluation;

/// <summary>One message of a set, with what a reader has marked in it.</summary>
/// <param name="Id">Such as <c>d-typed-012</c>; the kind of a document follows it (<c>d-documents-003-ap</c>).</param>
/// <param name="Degree">S0 to S3, as a number.</param>
/// <param name="Asked">What the bot's last question asked for.</param>
/// <param name="Passages">The whole message, in order.</param>
internal sealed record LabelledMessage(
    string Id,
    int Degree,
    CategorySet Asked,
    ImmutableArray<Passage> Passages
)
{
    public bool HasIdentity => Passages.Any(p => p.Category < DataCategory.Symptom);

    public bool HasHealth => Degree >= 2;

    /// <summary>Whether there is nothing in it to hide.</summary>
    public bool IsClean => Passages.All(p => p.Category is null);

    /// <summary>Whether its degree hangs on a passage that people disagree about.</summary>
    public bool IsDegreeOpen => Passages.Any(p => p.IsOpen);
}
