using ChatbotSante.Redaction;

namespace ChatbotSante.Tests.Leaks;

/// <summary>A value that one invented person gives away, unlike anything else that is written in a hunt.</summary>
/// <param name="Owner">Number of the conversation that it is said in.</param>
/// <param name="Category">What it is.</param>
/// <param name="Said">How it is written in a message, with the words that lead to it.</param>
/// <param name="Value">The value alone: for fields that hold no sentence.</param>
/// <param name="Traces">What is searched for.</param>
internal sealed record LeakCanary(
    int Owner,
    DataCategory Category,
    string Said,
    string Value,
    params IReadOnlyList<string> Traces
);
