using System.Globalization;
using ChatbotSante.Bot.Clinics;
using ChatbotSante.Bot.Hosting;
using ChatbotSante.Dialogs.Care.Sheets;
using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Commands;

/// <summary><c>ChatbotSante sheets</c>: which sheets are served, and the fingerprint to be signed.</summary>
internal static class SheetCommands
{
    public static async Task<int> ListAsync(string[] settings, CancellationToken cancellationToken)
    {
        using var host = await CommandHost.BuildAsync(settings, cancellationToken);
        var file = host.Services.GetRequiredService<IOptions<ClinicOptions>>().Value.File;
        var isChanged = false;
        foreach (var sheet in ContentFolder.ReadSheets(file))
        {
            isChanged |= sheet is { IsSigned: true, IsIntact: false };
            await Terminal.LineAsync(
                $"{sheet.Id}, version {sheet.Version.ToString(CultureInfo.InvariantCulture)} : {StateOf(sheet)}"
            );
            await Terminal.LineAsync($"  empreinte: {sheet.ComputeFingerprint()}");
        }

        return isChanged ? 1 : 0;
    }

    private static string StateOf(Sheet sheet) =>
        !sheet.IsSigned ? "non signée, elle n'est pas servie"
        : !sheet.IsIntact ? "MODIFIÉE depuis sa signature, le service refuse de démarrer"
        : sheet.IsDemonstration ? "inventée, servie hors Production seulement"
        : $"signée par {sheet.SignedBy}";
}
