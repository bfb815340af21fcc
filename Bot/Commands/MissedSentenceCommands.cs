using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using ChatbotSante.Bot.Hosting;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Redaction;
using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Commands;

/// <summary><c>ChatbotSante understand --missed</c>: for those who write the wordings, in French.</summary>
internal static class MissedSentenceCommands
{
    private const string Off =
        "La collecte des phrases non comprises est éteinte : rien n'est compté ni gardé. "
        + "Le délégué à la protection des données l'active par le réglage Understanding:KeepMissed.";

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static async Task<int> ListAsync(string[] settings, CancellationToken cancellationToken)
    {
        using var host = await CommandHost.BuildAsync(settings, cancellationToken);
        var services = host.Services;
        var clock = services.GetRequiredKeyedService<TimeProvider>(ClinicClockKey.Name);
        var isOn = services.GetRequiredService<IOptions<UnderstandingOptions>>().Value.KeepMissed;
        var missed = await services
            .GetRequiredService<IMissedSentences>()
            .ListAsync(CommandHost.Actor, clock.GetUtcNow(), cancellationToken);
        if (!isOn)
        {
            await Terminal.LineAsync(Off);
        }

        if (isOn || missed.Count > 0)
        {
            await Terminal.LineAsync(Heading(isOn, missed.Count));
        }

        foreach (var entry in missed)
        {
            var plain = await services
                .GetRequiredService<ISealer>()
                .OpenAsync(
                    new SealedRow("missed_sentences", entry.Id, 1),
                    entry.Sealed,
                    cancellationToken
                );
            var record = plain is null
                ? null
                : JsonSerializer.Deserialize(plain, RecordJson.Default.MissedRecord);
            await Terminal.LineAsync(Line(entry, record));
        }

        return 0;
    }

    private static string Heading(bool isOn, int count) =>
        (isOn, count) switch
        {
            (true, 0) =>
                $"Aucune phrase non comprise n'a été dite {MissedSentence.KeptFrom} fois. Jusque-là, seul leur nombre est tenu, sans les mots.",
            (true, _) =>
                $"{count} phrase(s) non comprise(s) au moins {MissedSentence.KeptFrom} fois, la plus fréquente d'abord ; « _ » y tient la place d'un nombre ou d'un mot :",
            _ =>
                $"{count} phrase(s), gardée(s) quand la collecte était active, s'efface(nt) à leur terme de 30 jours :",
        };

    [SuppressMessage(
        "Privacy",
        "CBS0002:Patient data is made part of a text",
        Justification = "Shown to those who write the wordings; nothing of a person was found in it, and the reading is audited."
    )]
    [return: IdentityData]
    private static string Line(MissedEntry entry, MissedRecord? record) =>
        string.Create(
            French,
            $"{entry.Times, 6} fois  {entry.LastDay:dd/MM/yyyy}  {record?.Words ?? "(effacé)"}"
        );
}
