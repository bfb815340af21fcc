using System.Globalization;
using ChatbotSante.Dialogs.Care.Sheets;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>
/// What to do before an act, from the sheets that a professional signed. Medicines and fasting are never answered here: they are
/// the physician's and the anaesthetist's.
/// </summary>
public sealed class PreparationAnswers(SheetCatalog sheets)
{
    private const int MaxButtons = 6;
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public IReadOnlyList<Reply> Answer(Understanding heard)
    {
        ArgumentNullException.ThrowIfNull(heard);
        var replies = new List<Reply>();
        if (heard.Act is { } act && sheets.Find(act) is { } sheet)
        {
            replies.Add(
                new Reply(
                    "info.fiche",
                    ("titre", sheet.Title),
                    ("texte", sheet.Text),
                    ("signataire", sheet.SignedBy!),
                    ("date", sheet.SignedOn!.Value.ToString("d MMMM yyyy", French))
                )
            );
        }

        if (heard.Topics.Contains(InfoTopic.Medicines))
        {
            replies.Add(new Reply("info.traitement").With("bouton.appeler-secretariat"));
        }

        if (heard.Topics.Contains(InfoTopic.Fasting))
        {
            replies.Add(new Reply("info.jeun").With("bouton.appeler-secretariat"));
        }

        return replies.Count > 0 ? replies
            : heard.Act is null && Titles() is { Length: > 0 } titles
                ? [new Reply("info.quel-acte").With(titles)]
            : [new Reply("info.inconnu").With("bouton.appeler-secretariat", "bouton.humain")];
    }

    private string[] Titles() =>
        [
            .. sheets
                .Served.Where(sheet => sheet.Acts.Count > 0)
                .Take(MaxButtons)
                .Select(sheet => $"=Préparation : {sheet.Title}"),
        ];
}
