using System.Runtime.InteropServices;
using ChatbotSante.Benchmarks.Load;
using Microsoft.Win32.SafeHandles;

namespace ChatbotSante.Benchmarks;

/// <summary>The system calls that .NET has no word for.</summary>
internal static partial class NativeMethods
{
    /// <summary>POLLIN of poll(2).</summary>
    public const short Readable = 1;

    /// <summary>SIGTERM of kill(2).</summary>
    public const int Terminate = 15;

    /// <summary>Waits until one of the descriptors is ready; returns how many are, 0 after the timeout, -1 when interrupted.</summary>
    [LibraryImport("libc", EntryPoint = "poll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Poll(
        [In, Out] PollEntry[] entries,
        nuint count,
        int timeoutMilliseconds
    );

    /// <summary>Sends a signal to a process.</summary>
    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Kill(int pid, int signal);

    /// <summary>Puts what was written on the disk, as the database does at each commit.</summary>
    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int FlushData(SafeFileHandle file);

    /// <summary>Time of a clock (clock_gettime(2)).</summary>
    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int ClockGetTime(int clock, out TimeSpec time);
}
