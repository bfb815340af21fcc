namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>« Dès que possible », « n'importe quand »: no bound at all.</summary>
internal static class SoonReader
{
    private static readonly string[][] Phrases =
    [
        ["plus", "tot"],
        ["plus", "vite"],
        ["plus", "rapidement"],
        ["plus", "rapide"],
        ["des", "que", "possible"],
        ["des", "que", "vous"],
        ["des", "que", "c"],
        ["des", "que", "ca"],
        ["aussi", "vite"],
        ["aussi", "tot"],
        ["n", "importe", "quand"],
        ["n", "importe", "quel"],
        ["nimporte", "quand"],
        ["nimporte", "quel"],
        ["peu", "importe"],
        ["premier", "creneau"],
        ["premiere", "disponibilite"],
        ["premiere", "dispo"],
        ["premiere", "place"],
        ["premiere", "date"],
        ["premier", "rendez"],
        ["premier", "rdv"],
        ["prochain", "creneau"],
        ["prochaine", "disponibilite"],
        ["prochaine", "dispo"],
        ["prochaine", "place"],
        ["prochain", "rendez", "vous", "disponible"],
        ["prochain", "rdv", "disponible"],
        ["prochain", "rdv", "dispo"],
        ["meilleurs", "delais"],
        ["plus", "brefs", "delais"],
        ["quand", "vous", "voulez"],
        ["quand", "vous", "pouvez"],
        ["tout", "de", "suite"],
        ["dsq", "possible"],
        ["des", "maintenant"],
    ];

    /// <summary>Such a wish at a token, or null.</summary>
    public static DateItem? At(scoped in DateSentence said, int i)
    {
        if (said.At(i) is "rapidement" or "asap" or "nimporte" or "immediatement" or "vite")
        {
            return new DateItem(DateItemKind.Soon, i, i + 1);
        }

        foreach (var phrase in Phrases)
        {
            if (said.Text.Matches(i, phrase) && !IsAnother(said, i, phrase.Length))
            {
                return new DateItem(DateItemKind.Soon, i, i + phrase.Length);
            }
        }

        return null;
    }

    /// <summary>« Plus tôt » than what was offered; « pas plus tôt que »; « au plus tôt le 12 ».</summary>
    private static bool IsAnother(scoped in DateSentence said, int i, int length) =>
        said.At(i) is "plus" && (said.At(i - 1) is "pas" || said.At(i + length) is "que" or "qu");
}
