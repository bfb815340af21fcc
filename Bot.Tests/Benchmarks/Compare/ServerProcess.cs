using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ChatbotSante.Benchmarks.Compare;

/// <summary>A server that this program started, and stops with SIGTERM.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string LogVariable = "BENCHMARK_LOG";

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly ServerLaunch _launch;
    private readonly Process _process;
    private readonly long _startedAt;

    /// <summary>Starts the server; it is not ready yet.</summary>
    public ServerProcess(ServerLaunch launch)
    {
        _launch = launch;

        // The shell sends the output to a file and becomes the server: same process, and nobody has to read a pipe meanwhile.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = launch.WorkingFolder };
        foreach (
            var argument in (string[])
                [
                    "-c",
                    $"exec \"$0\" \"$@\" >\"${LogVariable}\" 2>&1",
                    launch.FileName,
                    .. launch.Arguments,
                ]
        )
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment[LogVariable] = Log;
        start.Environment["NODE_ENV"] = "production";
        _startedAt = Stopwatch.GetTimestamp();
        _process =
            Process.Start(start) ?? throw new UsageException($"{launch.FileName} did not start.");
    }

    public int Id => _process.Id;

    /// <summary>Time since the process was started.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_startedAt);

    private string Log => Path.Combine(_launch.LogFolder, "server.log");

    /// <summary>Waits until <c>GET /healthz</c> answers 200.</summary>
    /// <exception cref="UsageException">It ended, or did not answer within 60 s.</exception>
    public void WaitUntilReady()
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        var health = new Uri($"http://127.0.0.1:{_launch.Port}/healthz");
        while (!IsReady(client, health))
        {
            if (_process.HasExited || Elapsed > LongestStart)
            {
                var log = File.Exists(Log)
                    ? string.Join('\n', File.ReadLines(Log).Take(20))
                    : string.Empty;
                throw new UsageException(
                    $"{_launch.Name} is not ready after {Elapsed.TotalSeconds:F0} s ({Log}):\n{log}"
                );
            }

            Thread.Sleep(Pause);
        }
    }

    /// <summary>Asks the server to stop and waits until it has; its exit code.</summary>
    public int Stop()
    {
        if (!_process.HasExited)
        {
            _ = NativeMethods.Kill(_process.Id, NativeMethods.Terminate);
            if (!_process.WaitForExit(LongestStop))
            {
                _process.Kill();
                _process.WaitForExit();
            }
        }

        return _process.ExitCode;
    }

    public void Dispose()
    {
        Stop();
        _process.Dispose();
    }

    private static bool IsReady(HttpClient client, Uri health)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, health);
            using var response = client.Send(request);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception exception)
            when (exception is HttpRequestException or SocketException or TaskCanceledException)
        {
            return false;
        }
    }
}
