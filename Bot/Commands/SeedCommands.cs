using ChatbotSante.Bot.Clinics;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Bot.Storage;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Nlu.Dates;
using Microsoft.EntityFrameworkCore;

namespace ChatbotSante.Bot.Commands;

/// <summary><c>ChatbotSante seed</c>.</summary>
internal static class SeedCommands
{
    public static async Task<int> RunAsync(
        string[] settings,
        FileInfo file,
        CancellationToken cancellationToken
    )
    {
        using var host = await CommandHost.BuildAsync(settings, cancellationToken);
        var services = host.Services;
        var clinic = services.GetRequiredService<Clinic>();
        var now = services.GetRequiredKeyedService<TimeProvider>(ClinicClockKey.Name).GetUtcNow();
        var patients = await new SeedReader(clinic, clinic.Today(now)).ReadFileAsync(
            file.FullName,
            cancellationToken
        );
        services.GetRequiredService<IInstallationSecrets>();
        await using (var context = services.GetRequiredService<Database>().Context())
        {
            await context.Database.MigrateAsync(cancellationToken);
        }

        var outcome = await services
            .GetRequiredService<IPatientRegister>()
            .ImportAsync(patients, CommandHost.Actor, now, cancellationToken);
        if (outcome.Taken is { } taken)
        {
            await Terminal.ErrorAsync(
                $"{taken.Schedule}, {FrenchDateText.Moment(clinic.Local(taken.Start))}: taken by somebody else. Nothing was changed."
            );
            return 1;
        }

        await Terminal.LineAsync(
            FormattableString.Invariant(
                $"{patients.Count} patients read; {outcome.Patients} patients and {outcome.Appointments} appointments written"
            )
        );
        return 0;
    }
}
