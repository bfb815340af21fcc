using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using ChatbotSante.Redaction;
using ChatbotSante.Tests.Support;
using ChatbotSante.Tests.Support.Sweep;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ChatbotSante.Tests.Leaks;

/// <summary>
/// Lets invented patients loose on the program in an enclosure, brings it into every kind of trouble meanwhile, and gathers
/// what it wrote and sent for a <see cref="LeakSearch"/>.
/// </summary>
internal sealed class Hunt
{
    /// <summary>Beyond what a hunt writes; small enough to be filled in a moment.</summary>
    private const int DataMegabytes = 256;

    private const int PatientsAtOnce = 6;

    /// <summary>A port where nobody listens.</summary>
    private const int ClosedPort = 3998;

    /// <summary>A host that the program may reply to, and that no name server knows.</summary>
    private const string UnknownHost = "http://canal-inconnu.example:8080";

    /// <summary>A host that the program may reply to, where the route leads nowhere.</summary>
    private const string SilentHost = "http://10.77.0.9:8080";

    /// <summary>How long a patient stays at it, whatever the program does.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>And where every answer takes as long as it may.</summary>
    private static readonly TimeSpan PatienceWhileLocked = TimeSpan.FromSeconds(12);

    private readonly HuntPlan _plan;
    private readonly Enclosure _enclosure;
    private readonly EnclosedBot _bot;
    private readonly Sink _channel;
    private readonly Sink _telemetry;
    private readonly PostgresServer? _postgres;
    private readonly CodeReader _codes;
    private readonly Exchanges _exchanges = new();
    private readonly List<CanaryMint> _mints = [];
    private readonly List<string> _snapshots = [];
    private readonly List<byte> _commands = [];
    private int _refusedFiles;

    private Hunt(
        HuntPlan plan,
        Enclosure enclosure,
        EnclosedBot bot,
        Sink channel,
        Sink telemetry,
        PostgresServer? postgres
    )
    {
        _plan = plan;
        _enclosure = enclosure;
        _bot = bot;
        _channel = channel;
        _telemetry = telemetry;
        _postgres = postgres;
        _codes = new CodeReader(Path.Combine(enclosure.DataFromOutside, "outbox"));
    }

    /// <summary>Does all of it.</summary>
    public static async Task<HuntResult> RunAsync(HuntPlan plan)
    {
        var clock = Stopwatch.StartNew();
        await using var enclosure = await Enclosure.StartAsync(DataMegabytes);
        await using var channel = await Sink.StartAsync(enclosure, Enclosure.ChannelPort);
        await using var telemetry = await Sink.StartAsync(enclosure, Enclosure.TelemetryPort);
        await using var postgres = plan.IsPostgreSql
            ? await PostgresServer.StartAsync(networkOf: enclosure.ProcessId)
            : null;
        await using var bot = await EnclosedBot.StartAsync(
            enclosure,
            plan.Executable,
            [
                // A busy machine is not one of the faults.
                "--Conversations:TurnTimeout=00:00:05",
                "--Connector:ServiceUrls:0=http://127.0.0.1:*",
                $"--Connector:ServiceUrls:1={UnknownHost}",
                $"--Connector:ServiceUrls:2={SilentHost}",
                $"--Boundary:Inside:0:Host={UnknownHost}",
                "--Boundary:Inside:0:Networks:0=10.77.0.0/16",
                $"--Boundary:Inside:1:Host={SilentHost}",
                $"--Telemetry:OtlpEndpoint=http://127.0.0.1:{Enclosure.TelemetryPort}",
                .. await StoreAsync(postgres),
                .. plan.Arguments,
            ]
        );
        var hunt = new Hunt(plan, enclosure, bot, channel, telemetry, postgres);
        await hunt.PlayAsync();
        var exitCode = await bot.StopAsync();
        return await hunt.SearchAsync(exitCode, clock);
    }

    private static async Task<string[]> StoreAsync(PostgresServer? postgres) =>
        postgres is null
            ? []
            :
            [
                "--Store:Provider=PostgreSql",
                $"--Store:ConnectionString={postgres.ConnectionString(await postgres.CreateDatabaseAsync())}",
                $"--Store:KeysConnectionString={postgres.ConnectionString(await postgres.CreateDatabaseAsync())}",
            ];

    private async Task PlayAsync()
    {
        await RehearseAsync();
        await PlayManyAsync(_plan.Conversations, PlayOneAsync);
        await SnapshotAsync();
        if (_plan.ConversationsPerFault == 0)
        {
            return;
        }

        await WithDatabaseLockedAsync(() =>
            PlayManyAsync(_plan.ConversationsPerFault, PlayOneAsync, PatienceWhileLocked)
        );
        await PlayManyAsync(_plan.ConversationsPerFault, CutOneAsync);
        await PlayManyAsync(
            _plan.ConversationsPerFault,
            PlayWithoutChannelAsync,
            PatienceWhileLocked
        );
        await WithDiskFullAsync(() => PlayManyAsync(_plan.ConversationsPerFault, PlayOneAsync));
        await SnapshotAsync();
        var talking = PlayManyAsync(_plan.ConversationsPerFault, PlayOneAsync);
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        await _bot.KillAndStartAsync();
        await talking;
        await PlayManyAsync(_plan.ConversationsPerFault, PlayOneAsync);
        await SeedAsync();
        await SnapshotAsync();
    }

    /// <summary>Staff give files of patients that cannot be read: what is wrong is said, and never quoted.</summary>
    private async Task SeedAsync()
    {
        if (_postgres is not null)
        {
            return;
        }

        var mint = NextMint();
        var (family, given) = mint.Name();
        string[] files =
        [
            $"patients:\n  - family: {family.Value}\n    given: \"{given.Value}\n    phone: {mint.Mobile().Said}\n",
            $"""
                patients:
                  - family: {family.Value}
                    given: {given.Value}
                    birth_date: {mint.BirthDate().Said}
                    phone: "{mint.Mobile().Said}"
                    {mint.Word()}: {mint.Of(DataCategory.Nir).Value}
                """,
        ];
        foreach (var file in files)
        {
            const string Name = "tmp/work/patients.yml";
            var path = Path.Combine(_enclosure.Written, Name);
            await File.WriteAllTextAsync(path, file);
            await using var seed = await _enclosure.StartProgramAsync(
                BotProcess.Executable,
                ["seed", $"/{Name}", "--set", $"Data:Folder={Enclosure.DataFolder}"],
                EnclosedBot.Development
            );
            await seed.WaitAsync(EnclosedBot.StartBound);
            _commands.AddRange(seed.OutputBytes);
            _refusedFiles += seed.ExitCode == 0 ? 0 : 1;
            File.Delete(path);
        }
    }

    private CanaryMint NextMint()
    {
        lock (_mints)
        {
            if (_mints.Count == CanaryMint.MaxOwners)
            {
                throw new InvalidOperationException(
                    $"A hunt has {CanaryMint.MaxOwners} conversations at most: more would share canaries."
                );
            }

            var mint = new CanaryMint(_plan.Seed, _mints.Count);
            _mints.Add(mint);
            return mint;
        }
    }

    private async Task PlayManyAsync(
        int count,
        Func<int, CancellationToken, Task> play,
        TimeSpan? upTo = null
    )
    {
        var first = _mints.Count;
        await Parallel.ForAsync(
            first,
            first + count,
            new ParallelOptions { MaxDegreeOfParallelism = PatientsAtOnce },
            async (number, cancellationToken) =>
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(
                    cancellationToken
                );
                patience.CancelAfter(upTo ?? Patience);
                await play(number, patience.Token);
            }
        );
    }

    private async Task PlayOneAsync(int number, CancellationToken cancellationToken)
    {
        var mint = NextMint();
        await using var line = new PatientLine(
            (LineKind)(number / Plots.Count % 4),
            _bot,
            mint,
            _exchanges
        );
        await new Plots(line, mint, _codes).PlayAsync(_plan.Plot ?? number, cancellationToken);
    }

    /// <summary>The connection is cut in the middle of whatever the patient does.</summary>
    private async Task CutOneAsync(int number, CancellationToken cancellationToken)
    {
        var mint = NextMint();
        await using var line = new PatientLine((LineKind)(number % 4), _bot, mint, _exchanges);
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        cut.CancelAfter(TimeSpan.FromMilliseconds(mint.Random.Next(5, 400)));
        await new Plots(line, mint, _codes).PlayAsync(number, cut.Token);
        line.Cut();
        await HalfARequestAsync(mint, cancellationToken);
    }

    private async Task PlayWithoutChannelAsync(int number, CancellationToken cancellationToken)
    {
        var mint = NextMint();
        await using var line = new PatientLine(LineKind.Connector, _bot, mint, _exchanges);
        var name = Uri.EscapeDataString(mint.Any().Said);
        line.ServiceUrl = new Uri(
            (number % 5) switch
            {
                0 => $"http://127.0.0.1:{ClosedPort}/{name}",
                1 => $"{UnknownHost}/{name}",
                2 => $"{SilentHost}/{name}",
                3 => $"http://{FoldedText.FoldWord(mint.Word())}.example/{name}",
                _ => $"http://127.0.0.1:{Enclosure.ChannelPort}/{name}",
            }
        );
        await new Plots(line, mint, _codes).PlayAsync(number, cancellationToken);
    }

    /// <summary>What no HTTP client sends: half a request, and one that is none.</summary>
    private async Task HalfARequestAsync(CanaryMint mint, CancellationToken cancellationToken)
    {
        var said = Uri.EscapeDataString(mint.Any().Said);
        string[] texts =
        [
            $"POST /v3/directline/conversations HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n{{\"user\":\"{mint.Any().Said}",
            $"GET /{said}\u0001 HTTP/1.1\r\nHost: {said}\r\n\r\n",
            $"GET / HTTP/1.1\r\nHost: a\r\n{said} {said}\r\n\r\n",
            $"{mint.Any().Said}\r\n\r\n",
        ];
        foreach (var text in texts)
        {
            using var socket = await _enclosure.ConnectAsync(
                Enclosure.PublicPort,
                cancellationToken
            );
            await socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(text), cancellationToken);
            if (text.EndsWith("\r\n\r\n", StringComparison.Ordinal))
            {
                var answer = new byte[4096];
                using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(5));
                try
                {
                    var length = await socket.ReceiveAsync(answer.AsMemory(), bound.Token);
                    _exchanges.KeepRefusal(answer.AsSpan(0, length));
                }
                catch (Exception cut)
                    when (cut is OperationCanceledException or System.Net.Sockets.SocketException)
                {
                    _exchanges.Cut();
                }
            }
        }
    }

    /// <summary>What the patients of the rehearsals say, with canaries beside it.</summary>
    private async Task RehearseAsync()
    {
        var scripts = Rehearsed.All.Take(_plan.Rehearsals).ToArray();
        var next = -1;
        await PlayManyAsync(
            scripts.Length,
            async (number, cancellationToken) =>
            {
                var script = scripts[Interlocked.Increment(ref next)];
                var mint = NextMint();
                await using var line = new PatientLine(
                    (LineKind)(number % 4),
                    _bot,
                    mint,
                    _exchanges
                );
                await new Plots(line, mint, _codes).RehearseAsync(script, cancellationToken);
            }
        );
    }

    /// <summary>Another process writes, and does not end.</summary>
    private async Task WithDatabaseLockedAsync(Func<Task> play)
    {
        await using DbConnection connection = _postgres is null
            ? new SqliteConnection(
                $"Data Source={Enclosure.DataFolder}/chatbotsante.db;Pooling=False"
            )
            : new NpgsqlConnection(_postgres.ConnectionStringFromHere("test_1"));
        void Execute(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        await BesideTheStoreAsync(() =>
        {
            connection.Open();
            Execute(
                _postgres is null
                    ? "PRAGMA busy_timeout=10000; BEGIN EXCLUSIVE;"
                    : "BEGIN; LOCK TABLE conversations, appointments IN ACCESS EXCLUSIVE MODE;"
            );
        });
        await play();
        await BesideTheStoreAsync(() => Execute("ROLLBACK;"));
    }

    /// <summary>Where the database is: SQLite opens files by paths that lead nowhere outside the enclosure, and PostgreSQL listens outside it.</summary>
    private Task BesideTheStoreAsync(Action work) =>
        _postgres is null
            ? _enclosure.InsideAsync(() =>
            {
                work();
                return true;
            })
            : Task.Run(work);

    private async Task WithDiskFullAsync(Func<Task> play)
    {
        var filler = Path.Combine(_enclosure.DataFromOutside, "filler");
        await using (var file = new FileStream(filler, FileMode.Create))
        {
            var megabyte = new byte[1 << 20];
            try
            {
                while (true)
                {
                    await file.WriteAsync(megabyte);
                    await file.FlushAsync();
                }
            }
            catch (IOException)
            {
                // Full.
            }
        }

        try
        {
            await play();
        }
        finally
        {
            File.Delete(filler);
        }
    }

    /// <summary>A copy of the data as they are now: what is deleted later was written all the same.</summary>
    private async Task SnapshotAsync()
    {
        var to = _enclosure.PathOf(
            string.Create(CultureInfo.InvariantCulture, $"snapshots/{_snapshots.Count}")
        );
        foreach (
            var file in Directory.EnumerateFiles(
                _enclosure.DataFromOutside,
                "*",
                SearchOption.AllDirectories
            )
        )
        {
            var copy = Path.Combine(to, Path.GetRelativePath(_enclosure.DataFromOutside, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            await File.WriteAllBytesAsync(copy, await ReadAsync(file));
        }

        _snapshots.Add(to);
    }

    private static async Task<byte[]> ReadAsync(string file)
    {
        try
        {
            return await File.ReadAllBytesAsync(file);
        }
        catch (FileNotFoundException)
        {
            // Deleted since.
            return [];
        }
        catch (IOException)
        {
            return await LockedFile.ReadAsync(file);
        }
    }

    /// <summary>Whose replies a channel was sent: a conversation's name begins with its number.</summary>
    private static int OwnerOf(string path)
    {
        const string Before = "/v3/conversations/";
        var start = path.LastIndexOf(Before, StringComparison.Ordinal) + Before.Length;
        var number = path[start..].TakeWhile(char.IsAsciiDigit);
        return int.Parse(string.Concat(number), CultureInfo.InvariantCulture);
    }

    private async Task<HuntResult> SearchAsync(int exitCode, Stopwatch clock)
    {
        await SnapshotAsync();
        var packets = await _enclosure.Capture.StopAsync();
        var search = new LeakSearch([.. _mints.SelectMany(mint => mint.Made)], _plan.Seed);
        search.Look(Place.Output, "the log", _bot.OutputBytes);
        search.Look(Place.Output, "what commands say", [.. _commands]);
        search.Look(Place.Syslog, "/dev/log", _enclosure.Syslog);
        search.Look(Place.Refusals, "headers and refusals", _exchanges.Refusals);
        foreach (var (owner, bytes) in _exchanges.Heard)
        {
            search.LookForOthers(owner, "answers", bytes);
        }

        foreach (var (path, headers, body) in _channel.Received)
        {
            // « /v3/conversations/7-…/activities »: what is said to a patient, by their own channel.
            var owner = OwnerOf(path);
            search.LookForOthers(owner, $"the channel of {owner}", body);
            search.Look(Place.Network, "headers to a channel", headers);
        }

        foreach (var (_, headers, body) in _telemetry.Received)
        {
            search.Look(Place.Telemetry, "telemetry", [.. headers, .. body]);
        }

        foreach (var snapshot in _snapshots)
        {
            await search.LookInDataAsync(snapshot);
        }

        if (_postgres is not null)
        {
            await _postgres.CheckpointAsync();
            await search.LookInFilesAsync(Place.Data, _postgres.Folder);
        }

        await search.LookInFilesAsync(Place.Files, _enclosure.Written);
        await search.LookAsync(Place.Network, _enclosure.Capture.Path);
        return new HuntResult
        {
            Conversations = _mints.Count,
            Requests = _exchanges.Requests,
            Failed = _exchanges.Failed,
            Bookings = _codes.Bookings,
            CallBacks = _codes.CallBacks,
            Codes = _codes.Codes,
            Sms = search.Sms,
            RefusedFiles = _refusedFiles,
            Canaries = search.Canaries,
            Bytes = search.Bytes,
            Leaks = search.Leaks,
            FoundByChance = search.FoundByChance,
            Packets = packets,
            ExitCode = exitCode,
            Duration = clock.Elapsed,
        };
    }
}
