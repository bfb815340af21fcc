using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

/// <summary>
/// Loaded by the runtime into a program under test (<c>DOTNET_STARTUP_HOOKS</c>), so that something fails in it that nobody
/// catches. Uses nothing but the runtime: nothing else is there yet.
/// </summary>
[SuppressMessage(
    "Design",
    "MA0047:Declare types in namespaces",
    Justification = "The runtime looks for it under this name."
)]
[SuppressMessage(
    "Design",
    "CA1050:Declare types in namespaces",
    Justification = "The runtime looks for it under this name."
)]
internal static class StartupHook
{
    /// <summary>What the fault quotes.</summary>
    public const string Said = "Gaston Verlier 06 39 98 12 34 vertiges";

    /// <summary>Variable that says what fails: <c>thread</c> or <c>task</c>.</summary>
    public const string Variable = "CHATBOTSANTE_TEST_FAULT";

    public static void Initialize()
    {
        var kind = Environment.GetEnvironmentVariable(Variable);
        new Thread(() =>
        {
            // The program's guard clears them as the last of what it does.
            SpinWait.SpinUntil(() => Trace.Listeners.Count == 0);
            if (kind == "thread")
            {
                throw new InvalidOperationException(Said, new FormatException(Said));
            }

            var isTold = false;
            TaskScheduler.UnobservedTaskException += (_, _) => Volatile.Write(ref isTold, true);
            Lose();
            while (!Volatile.Read(ref isTold))
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                Thread.Yield();
            }
        }).Start();
    }

    private static void Lose() =>
        _ = Task.Run(() => throw new InvalidOperationException(Said))
            .ContinueWith(static _ => { }, TaskScheduler.Default);
}
