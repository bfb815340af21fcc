using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Conversations;
using ChatbotSante.Dialogs.Nlu.Dates;
using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Commands;

/// <summary><c>ChatbotSante waiting-list</c>: for the secretariat, in French.</summary>
internal static class WaitingListCommands
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static async Task<int> ListAsync(string[] settings, CancellationToken cancellationToken)
    {
        using var host = await CommandHost.BuildAsync(settings, cancellationToken);
        var services = host.Services;
        var clinic = services.GetRequiredService<Clinic>();
        var now = services.GetRequiredKeyedService<TimeProvider>(ClinicClockKey.Name).GetUtcNow();
        var waiting = await services
            .GetRequiredService<IWaitingList>()
            .OpenAsync(CommandHost.Actor, now, cancellationToken);
        await Terminal.LineAsync(
            waiting.Count == 0
                ? "Personne sur la liste d'attente."
                : $"{waiting.Count} personne(s) sur la liste d'attente, la plus ancienne d'abord :"
        );
        foreach (var entry in waiting)
        {
            var plain = await services
                .GetRequiredService<ISealer>()
                .OpenAsync(
                    new SealedRow("waiting_list", entry.Id, 1),
                    entry.Sealed,
                    cancellationToken
                );
            var reference = new WaitingId(Guid.ParseExact(entry.Id, "N")).Reference;
            var since = clinic.Local(entry.CreatedAt).ToString("dd/MM/yyyy HH:mm", French);
            if (
                plain is null
                || JsonSerializer.Deserialize(plain, RecordJson.Default.WaitingRecord)
                    is not { } record
            )
            {
                await Terminal.LineAsync($"{reference}  {since}  (effacé)");
                continue;
            }

            var wish = FrenchDateText.Wish(record.When);
            var text = new SlotText(clinic);
            await Terminal.LineAsync(
                $"{reference}  {since}  {text.With(record.Specialty, record.Practitioner, record.Party.Reason)}, {wish}"
            );
            await Terminal.LineAsync(Who(record.Party));
            var free = await FreeAsync(services, clinic, record, now, cancellationToken);
            if (free is not null)
            {
                await Terminal.LineAsync($"    {free}");
            }
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
        if (
            await services
                .GetRequiredService<IWaitingList>()
                .CloseAsync(reference, CommandHost.Actor, clock.GetUtcNow(), cancellationToken)
        )
        {
            await Terminal.LineAsync("Inscription close.");
            return 0;
        }

        await Terminal.ErrorAsync(
            "Aucune inscription ouverte ne porte cette référence. Pour les voir : ChatbotSante waiting-list"
        );
        return 1;
    }

    [SuppressMessage(
        "Privacy",
        "CBS0002:Patient data is made part of a text",
        Justification = "Shown to the secretariat, who calls the person; the reading is audited."
    )]
    [return: IdentityData]
    private static string Who(PartyRecord party)
    {
        var birth = DateOnly
            .ParseExact(party.BirthDate, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            .ToString("dd/MM/yyyy", French);
        var relation = party.ForOther
            ? "demandé par quelqu'un d'autre, à qui est ce numéro ; identité déclarée, non vérifiée"
            : "identité déclarée, non vérifiée";
        return $"    {party.Family} {party.Given}, {birth}, {party.Phone} ({relation})";
    }

    /// <summary>What the agenda has now for somebody who waits; null when it has nothing yet.</summary>
    private static async Task<string?> FreeAsync(
        IServiceProvider services,
        Clinic clinic,
        WaitingRecord record,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (record.When.To < DateOnly.FromDateTime(clinic.Local(now)))
        {
            return "la date souhaitée est passée";
        }

        var schedules = clinic
            .Serving(record.Specialty, record.Practitioner)
            .Select(practitioner => practitioner.Id)
            .ToArray();
        var free = await services
            .GetRequiredService<IAgenda>()
            .FindFreeAsync(
                new SlotQuery(schedules, record.When, now, Count: 1)
                {
                    Visit = clinic.VisitLength(
                        record.Specialty,
                        record.Practitioner,
                        record.Party.Reason
                    ),
                },
                cancellationToken
            );
        if (free is not [var slot])
        {
            return null;
        }

        var who = clinic.Find(slot.Schedule)?.DisplayName;
        var place = who is null ? string.Empty : $", {who}";
        var opening = record.CouldChoose
            ? "des créneaux étaient libres à l'inscription ; le premier"
            : "un créneau s'est libéré";
        return $"{opening} : {FrenchDateText.Moment(clinic.Local(slot.Start))}{place}";
    }
}
