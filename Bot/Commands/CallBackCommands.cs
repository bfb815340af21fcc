using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Care.CallBacks;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Commands;

/// <summary><c>ChatbotSante callbacks</c>: for the secretariat, in French.</summary>
internal static class CallBackCommands
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static async Task<int> ListAsync(string[] settings, CancellationToken cancellationToken)
    {
        using var host = await CommandHost.BuildAsync(settings, cancellationToken);
        var services = host.Services;
        var clinic = services.GetRequiredService<Clinic>();
        var clock = services.GetRequiredKeyedService<TimeProvider>(ClinicClockKey.Name);
        var open = await services
            .GetRequiredService<ICallBackDesk>()
            .OpenAsync(CommandHost.Actor, clock.GetUtcNow(), cancellationToken);
        await Terminal.LineAsync(
            open.Count == 0
                ? "Aucune demande de rappel."
                : $"{open.Count} demande(s) de rappel, la plus ancienne d'abord :"
        );
        foreach (var request in open)
        {
            var plain = await services
                .GetRequiredService<ISealer>()
                .OpenAsync(
                    new SealedRow("call_backs", request.Id, 1),
                    request.Sealed,
                    cancellationToken
                );
            var record = plain is null
                ? null
                : JsonSerializer.Deserialize(plain, RecordJson.Default.CallBackRecord);
            var reference = new CallBackId(Guid.ParseExact(request.Id, "N")).Reference;
            var at = clinic.Local(request.CreatedAt).ToString("dd/MM/yyyy HH:mm", French);
            await Terminal.LineAsync(Line(reference, at, record));
        }

        return 0;
    }

    public static async Task<int> CloseAsync(
        string[] settings,
        string reference,
        CancellationToken cancellationToken
    )
    {
        using var host = await CommandHost.BuildAsync(settings, cancellationToken);
        var services = host.Services;
        var clock = services.GetRequiredKeyedService<TimeProvider>(ClinicClockKey.Name);
        var desk = services.GetRequiredService<ICallBackDesk>();
        if (
            await desk.CloseAsync(
                reference,
                CommandHost.Actor,
                clock.GetUtcNow(),
                cancellationToken
            )
        )
        {
            await Terminal.LineAsync("Demande close.");
            return 0;
        }

        await Terminal.ErrorAsync(
            "Aucune demande ouverte ne porte cette référence. Pour les voir : ChatbotSante callbacks"
        );
        return 1;
    }

    [SuppressMessage(
        "Privacy",
        "CBS0002:Patient data is made part of a text",
        Justification = "Shown to the secretariat, who calls the person; the reading is audited."
    )]
    [return: IdentityData]
    private static string Line(string reference, string at, CallBackRecord? record) =>
        $"{reference}  {at}  {record?.Phone ?? "(effacé)"}";
}
