using System.Globalization;
using System.Text.RegularExpressions;
using ChatbotSante.Tests.Bot.Channels;
using ChatbotSante.Tests.Support;

namespace ChatbotSante.Tests.Leaks;

/// <summary>Every packet on every interface of an enclosure, but for the patients' own connections.</summary>
internal sealed partial class PacketCapture : IAsyncDisposable
{
    private readonly ChildProcess _tcpdump;

    private PacketCapture(ChildProcess tcpdump, string path)
    {
        _tcpdump = tcpdump;
        Path = path;
    }

    /// <summary>The file, in pcap form.</summary>
    public string Path { get; }

    /// <param name="process">The enclosure's process.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="ports">Ports of loopback on which patients, and their channels, talk to the program.</param>
    public static async Task<PacketCapture> StartAsync(
        int process,
        string path,
        params IReadOnlyList<int> ports
    )
    {
        var own = string.Join(
            " or ",
            ports.Select(port => string.Create(CultureInfo.InvariantCulture, $"tcp port {port}"))
        );
        string[] arguments =
        [
            "--target",
            process.ToString(CultureInfo.InvariantCulture),
            "--net",
            "--",
            "tcpdump",
            "--interface=any",
            "--packet-buffered",
            "--snapshot-length=0",
            "--buffer-size=65536",
            "--relinquish-privileges=root",
            "-n",
            "-w",
            path,
            $"not (host 127.0.0.1 and ({own}))",
        ];
        var tcpdump = await ChildProcess.StartAsync(
            "nsenter",
            arguments,
            System.IO.Path.GetDirectoryName(path)!
        );
        var capture = new PacketCapture(tcpdump, path);
        try
        {
            await Bots.UntilAsync(
                () =>
                    Task.FromResult(
                        tcpdump.OutputText.Contains("listening on", StringComparison.Ordinal)
                    ),
                "tcpdump listens"
            );
        }
        catch (TimeoutException inner)
        {
            await capture.DisposeAsync();
            throw new InvalidOperationException(
                $"tcpdump does not listen; ./build.sh test installs it: {tcpdump.OutputText}",
                inner
            );
        }

        return capture;
    }

    /// <summary>Ends it.</summary>
    /// <returns>How many packets it kept.</returns>
    /// <exception cref="InvalidOperationException">Packets were lost: what was not seen must not pass for clean.</exception>
    public async Task<int> StopAsync()
    {
        _tcpdump.Send(Signal.Interrupt);
        await _tcpdump.WaitAsync(TimeSpan.FromSeconds(20));
        var said = _tcpdump.OutputText;
        var (captured, dropped) = (Captured().Match(said), Dropped().Match(said));
        if (!captured.Success || !dropped.Success || dropped.Groups["number"].Value != "0")
        {
            throw new InvalidOperationException($"The capture is not whole: {said}");
        }

        return int.Parse(captured.Groups["number"].Value, CultureInfo.InvariantCulture);
    }

    public ValueTask DisposeAsync() => _tcpdump.DisposeAsync();

    [GeneratedRegex("(?<number>[0-9]+) packets? captured", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Captured();

    [GeneratedRegex(
        "(?<number>[0-9]+) packets? dropped by kernel",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Dropped();
}
