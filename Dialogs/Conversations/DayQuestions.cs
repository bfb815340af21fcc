using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Dates;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>What is asked and said of a day that cannot be searched as it was said.</summary>
internal static class DayQuestions
{
    /// <summary>« Jeudi 26 ou vendredi 27 novembre ? », each a button.</summary>
    /// <param name="doubted">A wish that is in doubt.</param>
    public static Reply Which(DateWish doubted)
    {
        var days = doubted.Doubted;
        return new Reply(
            "quand.lequel-des-deux",
            ("jours", FrenchDateText.Either(days[0], days[1]))
        ).With([.. days.Select(day => "=" + FrenchDateText.Day(day))]);
    }

    /// <summary>That the day is in no calendar, or gone by, where nothing else was wished for; null when there is nothing to say.</summary>
    /// <param name="heard">What was said.</param>
    /// <param name="isAsked">Whether a day was just asked for: what is gone by is told of otherwise, « je suis venu hier ».</param>
    public static Reply? Trouble(Understanding heard, bool isAsked) =>
        (heard.When, heard.DayTrouble) switch
        {
            (null, DateTrouble.Impossible) => new Reply("quand.n-existe-pas"),
            (null, DateTrouble.Past) when isAsked => new Reply("quand.passe"),
            _ => null,
        };
}
