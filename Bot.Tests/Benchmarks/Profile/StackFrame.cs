namespace ChatbotSante.Benchmarks.Profile;

/// <summary>One frame of a sampled stack.</summary>
/// <param name="Symbol">What <c>perf</c> calls the function; empty when it has no name.</param>
/// <param name="Module">File name of the module it lies in.</param>
internal readonly record struct StackFrame(string Symbol, string Module);
