using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using ChatbotSante.Bot.Boundary.Logs;
using ChatbotSante.Bot.Commands;
using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Hosting;

/// <summary>
/// A fault that nobody caught ends the process, and the runtime would print its message, which may quote a patient. This tells it
/// masked, first, and ends the process itself. Nothing else of the process is heard either: no trace listener writes to syslog.
/// </summary>
internal static class CrashGuard
{
    /// <summary>Exit code of a process that ended on a fault: the service manager starts it again.</summary>
    public const int Crashed = 70;

    private static readonly OperatorRedactor Redactor = new(
        new FailClosedRedactor(RedactionEngine.Create(), TimeProvider.System)
    );

    [SuppressMessage(
        "Privacy",
        "CBS0008:A way out is used elsewhere than in its room",
        Justification = "Nothing is traced: the listeners are taken away."
    )]
    public static void Install()
    {
        AppDomain.CurrentDomain.UnhandledException += (_, fault) =>
        {
            Tell("A fault that nobody caught ended the process.", fault.ExceptionObject);
            Environment.Exit(Crashed);
        };
        TaskScheduler.UnobservedTaskException += (_, fault) =>
        {
            Tell("A task failed and nobody looked.", fault.Exception);
            fault.SetObserved();
        };
        Trace.Listeners.Clear();
    }

    private static void Tell(string what, object fault) =>
        Terminal
            .ErrorAsync(
                fault is Exception exception
                    ? $"{what} {MaskedException.Of(exception, Redactor)}"
                    : what
            )
            .GetAwaiter()
            .GetResult();
}
