using System.Globalization;
using System.Net;
using ChatbotSante.Tests.Bot.Channels;
using ChatbotSante.Tests.Support;

namespace ChatbotSante.Tests.Leaks;

/// <summary>The program in an enclosure.</summary>
internal sealed class EnclosedBot : IAsyncDisposable
{
    /// <summary>How long a start may take; a busy machine takes its time.</summary>
    public static readonly TimeSpan StartBound = TimeSpan.FromMinutes(3);

    /// <summary>Variables of a rehearsal.</summary>
    public static readonly IReadOnlyDictionary<string, string?> Development = new Dictionary<
        string,
        string?
    >(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
    };

    private readonly Enclosure _enclosure;
    private readonly string _executable;
    private readonly IReadOnlyList<string> _arguments;
    private readonly List<byte[]> _earlierOutput = [];
    private ChildProcess? _process;

    private EnclosedBot(Enclosure enclosure, string executable, IReadOnlyList<string> arguments)
    {
        _enclosure = enclosure;
        _executable = executable;
        _arguments =
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"--urls=http://127.0.0.1:{Enclosure.PublicPort}"
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"--Connector:Url=http://127.0.0.1:{Enclosure.BotsPort}"
            ),
            $"--Data:Folder={Enclosure.DataFolder}",
            .. Bots.Rehearsal,
            .. arguments,
        ];
        Http = new HttpClient(enclosure.CreateHandler()) { Timeout = TimeSpan.FromSeconds(20) };
    }

    /// <summary>For both of its listeners: addresses are whole.</summary>
    public HttpClient Http { get; }

    /// <summary>Everything that it has written on both outputs since the first start.</summary>
    public byte[] OutputBytes =>
        [.. _earlierOutput.SelectMany(bytes => bytes), .. _process?.OutputBytes ?? []];

    /// <summary>Starts it, and waits until it is healthy.</summary>
    /// <param name="enclosure">Where.</param>
    /// <param name="executable">The program, or one made of it.</param>
    /// <param name="arguments">Settings, besides its addresses, folder and clock.</param>
    public static async Task<EnclosedBot> StartAsync(
        Enclosure enclosure,
        string executable,
        params IReadOnlyList<string> arguments
    )
    {
        var bot = new EnclosedBot(enclosure, executable, arguments);
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

    /// <summary>SIGKILL, and another start on what it left.</summary>
    public async Task KillAndStartAsync()
    {
        await _process!.KillAsync();
        await KeepOutputAsync();
        await StartAsync();
    }

    /// <summary>SIGTERM.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        _process!.Send(Signal.Terminate);
        await _process.WaitAsync(StartBound);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private async Task KeepOutputAsync()
    {
        _earlierOutput.Add(_process!.OutputBytes);
        await _process.DisposeAsync();
        _process = null;
    }

    private async Task StartAsync()
    {
        _process = await _enclosure.StartProgramAsync(_executable, _arguments, Development);
        var health = new Uri(
            string.Create(
                CultureInfo.InvariantCulture,
                $"http://127.0.0.1:{Enclosure.PublicPort}/healthz"
            )
        );
        await Bots.UntilAsync(
            async () => _process.HasExited || await IsHealthyAsync(health),
            "the program in the enclosure is healthy",
            StartBound
        );
        if (_process.HasExited)
        {
            throw new InvalidOperationException($"It did not start: {_process.OutputText}");
        }
    }

    private async Task<bool> IsHealthyAsync(Uri health)
    {
        try
        {
            using var response = await Http.GetAsync(health);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception exception)
            when (exception is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
