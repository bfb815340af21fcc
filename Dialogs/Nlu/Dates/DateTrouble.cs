namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>What the bot says about a date before it goes on.</summary>
public enum DateTrouble
{
    None,

    /// <summary>« Jeudi 27 » is a Friday: the number is taken, and asked about.</summary>
    WeekdayDiffers,

    /// <summary>No such day: « le 31 novembre ».</summary>
    Impossible,

    /// <summary>Gone by: « hier », « ce matin » said in the afternoon.</summary>
    Past,
}
