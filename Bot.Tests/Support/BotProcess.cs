using System.Globalization;
using System.Net;

namespace ChatbotSante.Tests.Support;

/// <summary>
/// The executable as a clinic runs it: a process of its own on a data folder, with its public site and its bots' listener on
/// two free ports of loopback. Killed when disposed of; its data folder is the caller's.
/// </summary>
internal sealed class BotProcess : IAsyncDisposable
{
    /// <summary>How long a start may take, to the first healthy answer.</summary>
    public static readonly TimeSpan StartBound = TimeSpan.FromSeconds(30);

    private readonly IReadOnlyList<string> _arguments;
    private readonly IReadOnlyDictionary<string, string?> _environment;
    private readonly List<byte[]> _earlierOutput = [];
    private ChildProcess? _process;

    private BotProcess(
        string dataFolder,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string?> environment
    )
    {
        DataFolder = dataFolder;
        PublicUrl = LoopbackUrl();
        BotsUrl = LoopbackUrl();
        _arguments =
        [
            "--urls",
            PublicUrl.AbsoluteUri,
            "--Connector:Url",
            BotsUrl.AbsoluteUri,
            "--Data:Folder",
            dataFolder,
            .. arguments,
        ];
        _environment = environment;
    }

    /// <summary>The executable that belongs to this build of the tests.</summary>
    public static string Executable { get; } = FindExecutable();

    /// <summary>The patients' site, with a final slash.</summary>
    public Uri PublicUrl { get; }

    /// <summary>The listener of <c>/api/messages</c>, with a final slash.</summary>
    public Uri BotsUrl { get; }

    public string DataFolder { get; }

    /// <summary>Everything that it has written on both outputs since the first start, for a <see cref="ByteSweep"/>.</summary>
    public byte[] OutputBytes =>
        [.. _earlierOutput.SelectMany(bytes => bytes), .. Running.OutputBytes];

    /// <summary>What the process of the last start has written.</summary>
    public string OutputText => Running.OutputText;

    /// <summary>The most memory that the process of the last start has held at once.</summary>
    public long PeakResidentBytes => Running.PeakResidentBytes;

    public int ProcessId => Running.Id;

    public bool HasExited => Running.HasExited;

    private ChildProcess Running =>
        _process ?? throw new InvalidOperationException("It was never started.");

    /// <summary>Starts it and waits until <c>/healthz</c> answers 200.</summary>
    /// <param name="dataFolder">Its <c>Data:Folder</c> and working directory; made if it is not there.</param>
    /// <param name="arguments">More arguments, after <c>--urls</c>, <c>--Connector:Url</c> and <c>--Data:Folder</c>, which they override.</param>
    /// <param name="environment">Added to the test run's own variables. Unless it says otherwise, <c>ASPNETCORE_ENVIRONMENT</c> is <c>Development</c>.</param>
    /// <exception cref="InvalidOperationException">It ended, or was not healthy after <see cref="StartBound"/>; the message holds its output.</exception>
    public static async Task<BotProcess> StartAsync(
        string dataFolder,
        IReadOnlyList<string>? arguments = null,
        IReadOnlyDictionary<string, string?>? environment = null
    )
    {
        var bot = new BotProcess(
            Path.GetFullPath(dataFolder),
            arguments ?? [],
            environment ?? new Dictionary<string, string?>(StringComparer.Ordinal)
        );

        try
        {
            await bot.StartAsync();

            return bot;
        }
        catch
        {
            await bot.DisposeAsync();

            throw;
        }
    }

    /// <summary>Runs it to its end, for what should refuse to start and for commands such as <c>register</c>.</summary>
    /// <returns>The process, ended: its code and output. The caller disposes of it.</returns>
    /// <exception cref="TimeoutException">It did not end in time, and was killed.</exception>
    public static async Task<ChildProcess> RunAsync(
        string dataFolder,
        IReadOnlyList<string> arguments,
        TimeSpan bound,
        IReadOnlyDictionary<string, string?>? environment = null
    )
    {
        var process = await LaunchAsync(
            Path.GetFullPath(dataFolder),
            arguments,
            environment ?? new Dictionary<string, string?>(StringComparer.Ordinal)
        );

        try
        {
            await process.WaitAsync(bound);

            return process;
        }
        catch
        {
            await process.DisposeAsync();

            throw;
        }
    }

    /// <summary>A client for the public site. Redirects are not followed and cookies not kept.</summary>
    public HttpClient CreateClient() =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
            }
        )
        {
            BaseAddress = PublicUrl,
            Timeout = TimeSpan.FromSeconds(30),
        };

    /// <summary>SIGKILL: nothing in it gets to run again.</summary>
    public Task KillAsync() => Running.KillAsync();

    /// <summary>SIGTERM, as a service manager sends, and waits for the end.</summary>
    /// <param name="bound">Default: 30 s.</param>
    /// <returns>Its exit code.</returns>
    /// <exception cref="TimeoutException">It did not end in time, and was killed.</exception>
    public async Task<int> StopAsync(TimeSpan? bound = null)
    {
        Running.Send(Signal.Terminate);
        await Running.WaitAsync(bound ?? TimeSpan.FromSeconds(30));

        return Running.ExitCode;
    }

    /// <summary>Starts it again on the same folder and ports; what still runs is stopped first.</summary>
    public async Task RestartAsync()
    {
        if (!Running.HasExited)
        {
            await StopAsync();
        }

        _earlierOutput.Add(Running.OutputBytes);
        await Running.DisposeAsync();
        await StartAsync();
    }

    /// <summary>Freezes and thaws it (<see cref="Signal.Stop"/>, <see cref="Signal.Continue"/>), or whatever else a test sends.</summary>
    public void Send(Signal signal) => Running.Send(signal);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private static Uri LoopbackUrl() =>
        new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Ports.Free()}/"));

    // The bot's own output folder: the copy beside the tests has no static files. Both are built in one configuration, which
    // names the last folder (artifacts/bin/Bot.Tests/release).
    private static string FindExecutable()
    {
        var configuration = Path.GetFileName(
            Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)
        );

        return Checkout.PathOf($"artifacts/bin/Bot/{configuration}/ChatbotSante");
    }

    private static Task<ChildProcess> LaunchAsync(
        string dataFolder,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string?> environment
    )
    {
        Directory.CreateDirectory(dataFolder);

        var all = new Dictionary<string, string?>(environment, StringComparer.Ordinal);
        all.TryAdd("ASPNETCORE_ENVIRONMENT", "Development");

        return ChildProcess.StartAsync(Executable, arguments, dataFolder, all);
    }

    private async Task StartAsync()
    {
        _process = await LaunchAsync(DataFolder, _arguments, _environment);

        using var client = CreateClient();
        using var deadline = new CancellationTokenSource(StartBound);

        while (!await IsHealthyAsync(client, deadline.Token))
        {
            if (_process.HasExited || deadline.IsCancellationRequested)
            {
                await _process.KillAsync();

                throw new InvalidOperationException(
                    $"{Executable} was not healthy within {StartBound} (exit code {_process.ExitCode}):\n{_process.OutputText}"
                );
            }

            await Task.Delay(TimeSpan.FromMilliseconds(25));
        }
    }

    private static async Task<bool> IsHealthyAsync(
        HttpClient client,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var response = await client.GetAsync(
                new Uri("healthz", UriKind.Relative),
                cancellationToken
            );

            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception exception)
            when (exception is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
