using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ChatbotSante.Tests.Support;

/// <summary>
/// A program that a test starts. It is killed when the test run ends, however the run ends, and what it writes is kept.
/// </summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    // The kernel ties "die with your parent" to the thread that forked, and pool threads come and go: this one stays.
    private static readonly BlockingCollection<Action> Starts = [];
    private static readonly Thread Starter = StartStarter();

    private readonly Process _process;
    private readonly CapturedOutput _standardOutput;
    private readonly CapturedOutput _standardError;
    private long _peakResidentBytes;

    private ChildProcess(Process process)
    {
        _process = process;
        _process.StandardInput.Close();
        _standardOutput = new CapturedOutput(_process.StandardOutput.BaseStream);
        _standardError = new CapturedOutput(_process.StandardError.BaseStream);
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>Everything written so far: standard output, then standard error.</summary>
    public byte[] OutputBytes => [.. _standardOutput.ToArray(), .. _standardError.ToArray()];

    public string OutputText => Encoding.UTF8.GetString(OutputBytes);

    public string StandardOutput => Encoding.UTF8.GetString(_standardOutput.ToArray());

    /// <summary>The most memory that it has held at once (VmHWM of proc(5)); the last figure known once it has ended.</summary>
    public long PeakResidentBytes
    {
        get
        {
            ReadPeakResidentBytes();

            return _peakResidentBytes;
        }
    }

    /// <param name="program">A path, or a name to look for in <c>PATH</c>.</param>
    /// <param name="arguments">Passed on as they are; no shell reads them.</param>
    /// <param name="folder">Working directory.</param>
    /// <param name="environment">Added to the test run's own; <see langword="null"/> removes a variable.</param>
    /// <param name="user">Numbers of the user and group to run as; only root may ask for others than its own.</param>
    public static async Task<ChildProcess> StartAsync(
        string program,
        IEnumerable<string> arguments,
        string folder,
        IReadOnlyDictionary<string, string?>? environment = null,
        (int User, int Group)? user = null
    )
    {
        var start = new ProcessStartInfo("setpriv")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        start.ArgumentList.Add("--pdeathsig=KILL");

        if (user is var (userNumber, group))
        {
            start.ArgumentList.Add(
                string.Create(CultureInfo.InvariantCulture, $"--reuid={userNumber}")
            );
            start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--regid={group}"));
            start.ArgumentList.Add("--clear-groups");
        }

        start.ArgumentList.Add("--");
        start.ArgumentList.Add(program);

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (
            var (name, value) in environment
                ?? new Dictionary<string, string?>(StringComparer.Ordinal)
        )
        {
            start.Environment[name] = value;
        }

        var started = new TaskCompletionSource<Process>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );

        Starts.Add(() =>
        {
            try
            {
                started.SetResult(
                    Process.Start(start)
                        ?? throw new InvalidOperationException($"{program} did not start.")
                );
            }
            catch (Exception exception)
                when (exception is Win32Exception or InvalidOperationException)
            {
                started.SetException(exception);
            }
        });

        return new ChildProcess(await started.Task);
    }

    /// <summary>Runs a program to its end and returns what it wrote.</summary>
    /// <exception cref="InvalidOperationException">It ended with another code than 0.</exception>
    /// <exception cref="TimeoutException">It did not end in time, and was killed.</exception>
    public static async Task<string> RunAsync(
        string program,
        IEnumerable<string> arguments,
        string folder,
        TimeSpan bound,
        (int User, int Group)? user = null
    )
    {
        await using var process = await StartAsync(
            program,
            arguments,
            folder,
            environment: null,
            user
        );

        await process.WaitAsync(bound);

        return process.ExitCode == 0
            ? process.StandardOutput
            : throw new InvalidOperationException(
                $"{program} ended with {process.ExitCode}:\n{process.OutputText}"
            );
    }

    public void Send(Signal signal)
    {
        ReadPeakResidentBytes();

        if (!_process.HasExited)
        {
            _ = Kill(_process.Id, (int)signal);
        }
    }

    /// <summary>Waits for its end.</summary>
    /// <exception cref="TimeoutException">It did not end in time; it and what it started were killed.</exception>
    public async Task WaitAsync(TimeSpan bound)
    {
        using var deadline = new CancellationTokenSource(bound);

        try
        {
            await _process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException exception)
        {
            await KillAsync();

            throw new TimeoutException(
                $"Process {Id} did not end within {bound}:\n{OutputText}",
                exception
            );
        }

        await CompleteOutputAsync();
    }

    /// <summary>SIGKILL, to it and to what it started.</summary>
    public async Task KillAsync()
    {
        ReadPeakResidentBytes();

        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        await CompleteOutputAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);

    private static Thread StartStarter()
    {
        var thread = new Thread(() =>
        {
            foreach (var start in Starts.GetConsumingEnumerable())
            {
                start();
            }
        })
        {
            IsBackground = true,
            Name = "Starts the programs of the tests",
        };

        thread.Start();

        return thread;
    }

    private async Task CompleteOutputAsync()
    {
        await _standardOutput.CompleteAsync();
        await _standardError.CompleteAsync();
    }

    private void ReadPeakResidentBytes()
    {
        try
        {
            foreach (
                var line in File.ReadLines(
                    string.Create(CultureInfo.InvariantCulture, $"/proc/{Id}/status")
                )
            )
            {
                if (line.StartsWith("VmHWM:", StringComparison.Ordinal))
                {
                    var kibibytes = line["VmHWM:".Length..]
                        .Replace("kB", "", StringComparison.Ordinal)
                        .Trim();

                    _peakResidentBytes = 1024 * long.Parse(kibibytes, CultureInfo.InvariantCulture);
                }
            }
        }
        catch (IOException)
        {
            // It has ended.
        }
    }
}
