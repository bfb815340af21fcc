using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using ChatbotSante.Bot.Boundary;
using ChatbotSante.Bot.Clinics;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Bot.Rehearsals;
using ChatbotSante.Bot.Rehearsals.Sweep;
using ChatbotSante.Bot.Scaling;
using ChatbotSante.Bot.Storage;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;

namespace ChatbotSante.Bot.Hosting;

/// <summary>
/// A server for one rehearsal: the one that serves patients, in Development, on a free port of loopback, with a clock and a
/// data folder of its own. Its log is kept in memory; its folder goes with it.
/// </summary>
internal sealed class RehearsalServer : IRehearsalStage, IAsyncDisposable
{
    /// <summary>Ending of the files that are SMS to patients: the one place where a patient's number must stand.</summary>
    private const string SmsEnding = ".sms.json";

    /// <summary>Tables by what a row of them is to staff. One that is not here goes by its name: what it keeps shows all the same.</summary>
    private static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["conversations"] = "conversation",
        ["appointments"] = "rendez-vous",
        ["call_backs"] = "demande de rappel",
        ["outbox"] = "message",
        ["patients"] = "patient au dossier",
        ["code_sends"] = "envoi de code",
        ["missed_sentences"] = "phrase non comprise",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The audit stays; the slots claimed are those of the appointments, or are counted while they are held.</summary>
    private static readonly string[] NotOfAPatient = ["audit", "slot_claims"];

    private static readonly MethodInfo SetOf = typeof(DbContext).GetMethod(
        nameof(DbContext.Set),
        genericParameterCount: 1,
        []
    )!;

    private readonly WebApplication _app;
    private readonly DataFolderLock _held;

    private RehearsalServer(WebApplication app, string folder, DataFolderLock held)
    {
        _app = app;
        DataFolder = folder;
        _held = held;
        Site = new Uri(app.Urls.First());
        Http = new HttpMessageInvoker(BoundaryServices.GuardedHandler(app.Services));
    }

    /// <inheritdoc />
    public Uri Site { get; }

    /// <inheritdoc />
    public HttpMessageInvoker Http { get; }

    /// <inheritdoc />
    public string ClockPath => DevelopmentSite.ClockPath;

    /// <inheritdoc />
    public Clinic Clinic => _app.Services.GetRequiredService<Clinic>();

    /// <inheritdoc />
    public ReplyCatalog Replies => _app.Services.GetRequiredService<ReplyCatalog>();

    /// <inheritdoc />
    public TimeSpan ForgetAfter =>
        _app.Services.GetRequiredService<IOptions<ConversationsOptions>>().Value.ForgetAfter;

    /// <summary>Where it writes.</summary>
    public string DataFolder { get; }

    private string Outbox => Path.Combine(DataFolder, "outbox");

    /// <summary>Starts one.</summary>
    /// <param name="rehearsal">What will be played.</param>
    /// <param name="settings">Settings as <c>Section:Key=value</c>; those that make the server this rehearsal's own prevail.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="ChatbotSante.Dialogs.ChatbotSanteException">The clinic's file or a setting is refused.</exception>
    public static async Task<RehearsalServer> StartAsync(
        Rehearsal rehearsal,
        IReadOnlyList<string> settings,
        CancellationToken cancellationToken
    )
    {
        var folder = Directory.CreateTempSubdirectory("chatbotsante-rehearsal-").FullName;
        WebApplication? app = null;
        DataFolderLock? held = null;
        try
        {
            app = Server.Build(
                [.. settings.Concat(Own(rehearsal, folder)).Select(setting => "--" + setting)],
                logging =>
                {
                    logging.ClearProviders();
                    logging.Services.AddSingleton<CapturedLog>();
                    logging.Services.AddSingleton<ILoggerProvider>(provider =>
                        provider.GetRequiredService<CapturedLog>()
                    );
                }
            );
            Server.CheckSettings(app.Services);
            held = DataFolderLock.Take(folder);
            await Server.PrepareAsync(app);
            await SeedAsync(app.Services, rehearsal, cancellationToken);
            await app.StartAsync(cancellationToken);
            return new RehearsalServer(app, folder, held);
        }
        catch
        {
            if (app is not null)
            {
                await app.DisposeAsync();
            }

            held?.Dispose();
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <inheritdoc />
    public async Task<SlotUse> UseOfAsync(
        string? schedule,
        DateTimeOffset start,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var context = Context();
        var ticks = start.UtcTicks;
        var claims = await context
            .SlotClaims.AsNoTracking()
            .Where(claim => claim.Start == ticks)
            .Where(claim => schedule == null || claim.Schedule == schedule)
            .Select(claim => claim.HeldUntil)
            .ToListAsync(cancellationToken);
        return claims.Contains(null) ? SlotUse.Booked
            : claims.Exists(until => until >= now.UtcTicks) ? SlotUse.Held
            : SlotUse.Free;
    }

    /// <inheritdoc />
    public async Task<int> BookedAsync(CancellationToken cancellationToken)
    {
        await using var context = Context();
        return await context.SlotClaims.CountAsync(
            claim => claim.HeldUntil == null,
            cancellationToken
        );
    }

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, int>> KeptAsync(
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var context = Context();
        var ticks = now.UtcTicks;
        var kept = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["créneau retenu"] = await context.SlotClaims.CountAsync(
                claim => claim.HeldUntil >= ticks,
                cancellationToken
            ),
        };
        foreach (var type in context.Model.GetEntityTypes())
        {
            var table = type.GetTableName()!;
            if (!NotOfAPatient.Contains(table))
            {
                var rows =
                    (IQueryable<object>)
                        SetOf.MakeGenericMethod(type.ClrType).Invoke(context, parameters: null)!;
                kept[Kinds.GetValueOrDefault(table, table)] = await rows.CountAsync(
                    cancellationToken
                );
            }
        }

        return kept.Where(kind => kind.Value > 0).ToDictionary(StringComparer.Ordinal);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<SentMessage>> SentAsync(CancellationToken cancellationToken)
    {
        var sent = new List<SentMessage>();
        foreach (var path in Files("*.eml"))
        {
            using var mail = await MimeMessage.LoadAsync(path, cancellationToken);
            sent.Add(
                new SentMessage(
                    IsSms: false,
                    mail.To.ToString(),
                    $"{mail.Subject}\n{mail.TextBody}"
                )
            );
        }

        foreach (var path in Files("*" + SmsEnding))
        {
            await using var file = File.OpenRead(path);
            var sms = await JsonSerializer.DeserializeAsync<JsonElement>(
                file,
                cancellationToken: cancellationToken
            );
            sent.Add(
                new SentMessage(
                    IsSms: true,
                    sms.GetProperty("to").GetString() ?? string.Empty,
                    sms.GetProperty("text").GetString() ?? string.Empty
                )
            );
        }

        return sent;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => _app.StopAsync(cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> FindAsync(IReadOnlyCollection<string> canaries)
    {
        var sweep = new ByteSweep(canaries);
        var log = _app.Services.GetRequiredService<CapturedLog>().ToArray();
        var found = sweep
            .Find("le journal", log)
            .Concat(await sweep.FindInAsync(DataFolder))
            .Where(finding => !finding.Source.EndsWith(SmsEnding, StringComparison.Ordinal));
        return
        [
            .. found
                .Select(finding =>
                    $"« {finding.Canary} » se trouve dans {finding.Source.Replace(DataFolder, "Data:Folder", StringComparison.Ordinal)}"
                )
                .Distinct(StringComparer.Ordinal),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        _held.Dispose();
        Directory.Delete(DataFolder, recursive: true);
    }

    /// <summary>The settings that make a server this rehearsal's: nothing shared with another, no way out, limits that nobody meets.</summary>
    private static string[] Own(Rehearsal rehearsal, string folder)
    {
        var clinic = rehearsal.ClinicFile ?? ClinicReader.DemonstrationFile;
        var start = ClinicReader.ReadFile(clinic).Instant(rehearsal.StartsAt);
        return
        [
            $"environment={Environments.Development}",
            "Urls=http://127.0.0.1:0",
            $"Data:Folder={folder}",
            $"Clinic:File={clinic}",
            $"Clock:StartAt={start.ToString("O", CultureInfo.InvariantCulture)}",
            "Conversations:TurnTimeout=00:00:10",
            "Store:Provider=Sqlite",
            "Sealing:KeyFile=",
            "DirectLine:ConversationsPerMinute=10000",
            "DirectLine:MessagesPerMinute=10000",
            "Connector:Url=",
            "Connector:Authority=",
            "Connector:Audience=",
            "Cluster:Redis=",
            "Cluster:SiloPort=0",
        ];
    }

    /// <summary>Puts the rehearsal's patients on file, as <c>ChatbotSante seed</c> does.</summary>
    /// <exception cref="SeedFileException">The file is missing or wrong, or gives one slot to two patients.</exception>
    private static async Task SeedAsync(
        IServiceProvider services,
        Rehearsal rehearsal,
        CancellationToken cancellationToken
    )
    {
        if (rehearsal.SeedFile is not { } path)
        {
            return;
        }

        var clinic = services.GetRequiredService<Clinic>();
        var now = services.GetRequiredService<ClinicClock>().GetUtcNow();
        var patients = await new SeedReader(clinic, clinic.Today(now)).ReadFileAsync(
            path,
            cancellationToken
        );
        var outcome = await services
            .GetRequiredService<IPatientRegister>()
            .ImportAsync(patients, "rehearsal", now, cancellationToken);
        if (outcome.Taken is not null)
        {
            throw new SeedFileException("a slot is given to two patients.");
        }
    }

    private BotDbContext Context() => _app.Services.GetRequiredService<Database>().Context();

    /// <summary>The outbox's files, in the order in which they were made: their names begin with their time.</summary>
    private IEnumerable<string> Files(string pattern) =>
        Directory.Exists(Outbox)
            ? Directory.EnumerateFiles(Outbox, pattern).Order(StringComparer.Ordinal)
            : [];
}
