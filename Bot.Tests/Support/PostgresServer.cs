using System.Globalization;
using System.Net.Sockets;
using Npgsql;

namespace ChatbotSante.Tests.Support;

/// <summary>
/// A real PostgreSQL of the test run's own, on loopback, in a folder that is deleted with it. Durable as in production:
/// fsync is on.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private static readonly Lock Sharing = new();
    private static Task<PostgresServer>? _shared;

    private readonly TemporaryFolder _folder;
    private readonly ChildProcess _process;
    private readonly int _port;
    private readonly bool _isElsewhere;
    private int _databases;

    private PostgresServer(TemporaryFolder folder, ChildProcess process, int port, bool isElsewhere)
    {
        _folder = folder;
        _process = process;
        _port = port;
        _isElsewhere = isElsewhere;
    }

    /// <summary>The folder of the cluster: tables, write-ahead log, everything that PostgreSQL writes.</summary>
    public string Folder => _folder.PathOf("data");

    /// <summary>The one server that the tests of a run share, started by the first that asks. Make a database in it.</summary>
    public static Task<PostgresServer> SharedAsync()
    {
        lock (Sharing)
        {
            return _shared ??= StartAsync();
        }
    }

    /// <summary>Ends the shared server, if any test has asked for it.</summary>
    public static async Task StopSharedAsync()
    {
        Task<PostgresServer>? shared;

        lock (Sharing)
        {
            (shared, _shared) = (_shared, null);
        }

        if (shared is { IsCompletedSuccessfully: true })
        {
            await (await shared).DisposeAsync();
        }
    }

    /// <summary>Starts a server that the caller disposes of.</summary>
    /// <param name="settings">More settings, as in <c>postgresql.conf</c>: <c>synchronous_commit=off</c>.</param>
    public static Task<PostgresServer> StartAsync(params string[] settings) =>
        StartAsync(networkOf: null, settings);

    /// <summary>Starts a server that the caller disposes of, on the loopback of another process's network.</summary>
    /// <param name="networkOf">Number of that process; null for this one. Only root may ask for another's.</param>
    /// <param name="settings">More settings, as in <c>postgresql.conf</c>.</param>
    public static async Task<PostgresServer> StartAsync(int? networkOf, params string[] settings)
    {
        var binaries = FindBinaries();
        var user = UserToRunAs();
        var folder = new TemporaryFolder("postgres");
        ChildProcess? process = null;

        try
        {
            if (user is var (number, group))
            {
                var owner = string.Create(CultureInfo.InvariantCulture, $"{number}:{group}");
                await ChildProcess.RunAsync(
                    "chown",
                    [owner, folder.Root],
                    folder.Root,
                    TimeSpan.FromSeconds(10)
                );
            }

            var data = folder.PathOf("data");
            string[] initdb =
            [
                "-D",
                data,
                "-U",
                "postgres",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "-A",
                "trust",
                "--no-sync",
            ];
            await ChildProcess.RunAsync(
                Path.Combine(binaries, "initdb"),
                initdb,
                folder.Root,
                TimeSpan.FromMinutes(2),
                user
            );
            await File.WriteAllTextAsync(
                Path.Combine(data, "pg_hba.conf"),
                "local all all trust\nhost all all 127.0.0.1/32 trust\n"
            );

            var port = Ports.Free();
            string[] all =
            [
                "listen_addresses=127.0.0.1",
                string.Create(CultureInfo.InvariantCulture, $"port={port}"),
                $"unix_socket_directories={folder.Root}",
                .. settings,
            ];
            string[] postgres =
            [
                Path.Combine(binaries, "postgres"),
                "-D",
                data,
                .. all.SelectMany(setting => new[] { "-c", setting }),
            ];
            process = networkOf is { } other
                ? await ChildProcess.StartAsync(
                    "nsenter",
                    Entering(other, user, postgres),
                    folder.Root
                )
                : await ChildProcess.StartAsync(
                    postgres[0],
                    postgres[1..],
                    folder.Root,
                    environment: null,
                    user
                );

            var server = new PostgresServer(folder, process, port, networkOf is not null);
            await server.WaitUntilReadyAsync();

            return server;
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

    /// <summary>For Npgsql. Pooling is off, or a database could not be dropped and a stopped server would be remembered.</summary>
    public string ConnectionString(string database) => ConnectionString(database, "127.0.0.1");

    /// <summary>The same for the test run itself, which may not be in the server's network.</summary>
    public string ConnectionStringFromHere(string database) =>
        ConnectionString(database, _isElsewhere ? _folder.Root : "127.0.0.1");

    private string ConnectionString(string database, string host) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = host,
            Port = _port,
            Username = "postgres",
            Database = database,
            Pooling = false,
        }.ConnectionString;

    /// <summary>Makes an empty database with a name that no other test has, and returns the name.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"test_{Interlocked.Increment(ref _databases)}"
        );

        await ExecuteAsync($"CREATE DATABASE {name}");

        return name;
    }

    /// <summary>Writes out what is in memory, so that <see cref="Folder"/> holds everything; done before a <see cref="ByteSweep"/>.</summary>
    public Task CheckpointAsync() => ExecuteAsync("CHECKPOINT");

    public async ValueTask DisposeAsync()
    {
        // SIGINT is PostgreSQL's "fast" shutdown: it does not wait for clients.
        _process.Send(Signal.Interrupt);

        try
        {
            await _process.WaitAsync(TimeSpan.FromSeconds(20));
        }
        catch (TimeoutException)
        {
            // It was killed instead.
        }

        await _process.DisposeAsync();
        _folder.Dispose();
    }

    // Whoever enters must be root still; changing the user forgets "die with your parent", so that it is asked for again.
    private static string[] Entering(
        int process,
        (int User, int Group)? user,
        IEnumerable<string> command
    ) =>
        [
            string.Create(CultureInfo.InvariantCulture, $"--target={process}"),
            "--net",
            "--",
            "setpriv",
            "--pdeathsig=KILL",
            .. user is var (number, group)
                ?
                [
                    string.Create(CultureInfo.InvariantCulture, $"--reuid={number}"),
                    string.Create(CultureInfo.InvariantCulture, $"--regid={group}"),
                    "--clear-groups",
                ]
                : Array.Empty<string>(),
            "--",
            .. command,
        ];

    private static string FindBinaries()
    {
        const string Debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(Debian)
            ? Directory
                .EnumerateDirectories(Debian)
                .OrderByDescending(folder =>
                    int.TryParse(
                        Path.GetFileName(folder),
                        CultureInfo.InvariantCulture,
                        out var version
                    )
                        ? version
                        : 0
                )
                .Select(folder => Path.Combine(folder, "bin"))
            : [];
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";

        return versions
                .Concat(path.Split(':', StringSplitOptions.RemoveEmptyEntries))
                .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
            ?? throw new InvalidOperationException(
                "PostgreSQL is not installed: ./build.sh test installs it."
            );
    }

    // initdb and postgres refuse root.
    private static (int User, int Group)? UserToRunAs()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return null;
        }

        var users = File.ReadLines("/etc/passwd")
            .Select(line => line.Split(':'))
            .ToDictionary(fields => fields[0], StringComparer.Ordinal);
        var user = users.GetValueOrDefault("postgres") ?? users["nobody"];

        return (
            int.Parse(user[2], CultureInfo.InvariantCulture),
            int.Parse(user[3], CultureInfo.InvariantCulture)
        );
    }

    private async Task WaitUntilReadyAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));

        while (true)
        {
            try
            {
                await ExecuteAsync("SELECT 1");

                return;
            }
            catch (NpgsqlException exception)
                when (exception
                        is PostgresException { SqlState: "57P03" }
                            or { InnerException: SocketException }
                )
            {
                if (_process.HasExited || deadline.IsCancellationRequested)
                {
                    throw new InvalidOperationException(
                        $"PostgreSQL did not start:\n{_process.OutputText}",
                        exception
                    );
                }

                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionStringFromHere("postgres"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
