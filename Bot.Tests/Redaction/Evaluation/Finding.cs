using ChatbotSante.Redaction;

namespace ChatbotSante.Tests.Redaction.Evaluation;

/// <summary>What a redactor says of one text.</summary>
/// <param name="Spans">In order, not overlapping.</param>
/// <param name="HasIdentity">Whether it identifies a person.</param>
/// <param name="HasHealth">Whether it says something of a person's health.</param>
/// <param name="Degree">S0 to S3, as a number; null when the redactor gives none.</param>
internal sealed record Finding(
    IReadOnlyList<Detection> Spans,
    bool HasIdentity,
    bool HasHealth,
    int? Degree
);
