using System.Runtime.InteropServices;

namespace ChatbotSante.Benchmarks;

/// <summary>The system's <c>struct timespec</c>, on 64-bit Linux.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct TimeSpec(long Seconds, long Nanoseconds);
