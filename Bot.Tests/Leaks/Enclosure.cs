using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ChatbotSante.Tests.Bot.Channels;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Leaks;

/// <summary>
/// A place from which nothing gets out unseen: namespaces of its own for the network, whose default route leads nowhere and whose
/// packets are captured, and for the files, which are read-only but for a few folders that are searched. Wants root.
/// </summary>
internal sealed class Enclosure : IAsyncDisposable
{
    /// <summary>The data folder, as the program inside sees it: a disk of its own, so that it can be filled.</summary>
    public const string DataFolder = "/tmp/data";

    /// <summary>The patients' site.</summary>
    public const int PublicPort = 5080;

    /// <summary>The bots' listener.</summary>
    public const int BotsPort = 3978;

    /// <summary>Where the patients' own channel takes the replies of <c>/api/messages</c>.</summary>
    public const int ChannelPort = 3999;

    /// <summary>Where telemetry is sent.</summary>
    public const int TelemetryPort = 4318;

    private readonly TemporaryFolder _folder;
    private readonly ChildProcess _process;
    private readonly EnclosureThread _inside;
    private readonly SyslogSocket _syslog;
    private readonly PacketCapture _capture;

    private Enclosure(TemporaryFolder folder, ChildProcess process, PacketCapture capture)
    {
        _folder = folder;
        _process = process;
        _capture = capture;
        _inside = new EnclosureThread(process.Id);
        _syslog = new SyslogSocket(folder.PathOf("written/dev/log"));
    }

    /// <summary>Number of the process that holds the namespaces.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Everything that could be written outside the data folder.</summary>
    public string Written => _folder.PathOf("written");

    /// <summary>The data folder, from outside.</summary>
    public string DataFromOutside =>
        string.Create(CultureInfo.InvariantCulture, $"/proc/{_process.Id}/root{DataFolder}");

    /// <summary>What came to <c>/dev/log</c>.</summary>
    public byte[] Syslog => _syslog.Received;

    public PacketCapture Capture => _capture;

    /// <summary>A file for the hunt itself, which the program cannot see.</summary>
    public string PathOf(string relative) => _folder.PathOf(relative);

    /// <summary>Says why there can be none here, and ends the test: skipped for somebody who is not root, failed in CI.</summary>
    public static void Require()
    {
        if (Environment.IsPrivilegedProcess)
        {
            return;
        }

        const string Why =
            "The leak hunt makes network and mount namespaces, which only root may: run it as root.";
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(Why);
        }

        Assert.Ignore(Why);
    }

    /// <param name="dataMegabytes">Size of the disk under <see cref="DataFolder"/>.</param>
    /// <exception cref="InvalidOperationException">The machine refuses the namespaces, or a tool is missing; the message says what it said.</exception>
    public static async Task<Enclosure> StartAsync(int dataMegabytes)
    {
        var folder = new TemporaryFolder("leaks");
        ChildProcess? process = null;
        try
        {
            process = await ChildProcess.StartAsync(
                "unshare",
                [
                    "--net",
                    "--mount",
                    "--",
                    "sh",
                    Checkout.PathOf("Bot.Tests/Leaks/enclosure.sh"),
                    folder.Root,
                    dataMegabytes.ToString(CultureInfo.InvariantCulture),
                    Checkout.Root,
                ],
                folder.Root
            );
            await Bots.UntilAsync(
                () =>
                    Task.FromResult(
                        process.HasExited
                            || process.StandardOutput.Contains("ready", StringComparison.Ordinal)
                    ),
                "the namespaces are made"
            );
            if (process.HasExited)
            {
                throw new InvalidOperationException(
                    $"The namespaces could not be made: {process.OutputText}"
                );
            }

            var capture = await PacketCapture.StartAsync(
                process.Id,
                folder.PathOf("capture.pcap"),
                PublicPort,
                BotsPort,
                ChannelPort
            );
            return new Enclosure(folder, process, capture);
        }
        catch
        {
            if (process is not null)
            {
                await process.DisposeAsync();
            }

            folder.Dispose();
            throw;
        }
    }

    /// <summary>Runs something on a thread inside.</summary>
    public Task<T> InsideAsync<T>(Func<T> work) => _inside.RunAsync(work);

    /// <summary>Starts a program inside, with a home and a folder for temporary files of its own.</summary>
    public Task<ChildProcess> StartProgramAsync(
        string program,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string?>? environment = null
    )
    {
        var all = new Dictionary<string, string?>(
            environment ?? new Dictionary<string, string?>(StringComparer.Ordinal),
            StringComparer.Ordinal
        )
        {
            ["HOME"] = "/tmp/home",
            ["TMPDIR"] = "/tmp",
        };
        return ChildProcess.StartAsync(
            "nsenter",
            [
                "--target",
                ProcessId.ToString(CultureInfo.InvariantCulture),
                "--net",
                "--mount",
                "--wdns=/tmp/work",
                "--",
                program,
                .. arguments,
            ],
            _folder.Root,
            all
        );
    }

    /// <summary>A connection to a port of the enclosure's loopback.</summary>
    public async Task<Socket> ConnectAsync(int port, CancellationToken cancellationToken = default)
    {
        var socket = await _inside.RunAsync(() =>
            new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
            {
                NoDelay = true,
            }
        );
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>A socket that listens on a port of the enclosure's loopback.</summary>
    public Socket Listen(int port) =>
        _inside
            .RunAsync(() =>
            {
                var socket = new Socket(
                    AddressFamily.InterNetwork,
                    SocketType.Stream,
                    ProtocolType.Tcp
                );
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return socket;
            })
            .GetAwaiter()
            .GetResult();

    /// <summary>How an HTTP client, or a WebSocket's, of the test run gets inside. Nothing is followed, kept or corrected.</summary>
    public SocketsHttpHandler CreateHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            ConnectCallback = async (context, cancellationToken) =>
                new NetworkStream(
                    await ConnectAsync(context.DnsEndPoint.Port, cancellationToken),
                    ownsSocket: true
                ),
        };

    public async ValueTask DisposeAsync()
    {
        await _capture.DisposeAsync();
        _inside.Dispose();
        _syslog.Dispose();
        await _process.DisposeAsync();
        _folder.Dispose();
    }
}
