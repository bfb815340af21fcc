namespace ChatbotSante.Benchmarks.Profile;

/// <summary>Where a thread was at one tick of the profiler's clock.</summary>
/// <param name="Thread">The thread's name.</param>
/// <param name="Frames">The innermost first; only what could be unwound.</param>
internal sealed record StackSample(string Thread, IReadOnlyList<StackFrame> Frames);
