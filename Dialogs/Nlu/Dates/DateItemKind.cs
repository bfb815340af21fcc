namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>What was said at one place of a message.</summary>
internal enum DateItemKind : byte
{
    /// <summary>One day, by its number or its distance.</summary>
    Day,

    /// <summary>The next such day of the week.</summary>
    Weekday,

    /// <summary>Each such day of the week.</summary>
    Weekdays,

    /// <summary>Several days: a week, a month, « fin décembre ».</summary>
    Period,

    /// <summary>« Début », « fin », of the period said before.</summary>
    Edge,

    /// <summary>An hour or a part of the day.</summary>
    Time,

    /// <summary>« Dès que possible ».</summary>
    Soon,

    /// <summary>A day that does not exist.</summary>
    Impossible,
}
