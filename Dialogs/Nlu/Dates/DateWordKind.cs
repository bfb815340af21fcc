namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>What a word says of days and hours.</summary>
internal enum DateWordKind : byte
{
    Other,

    /// <summary>A number, in digits or words; the value is the number.</summary>
    Number,

    /// <summary>From Sunday 0.</summary>
    Weekday,

    /// <summary>Several: « les lundis ».</summary>
    Weekdays,

    /// <summary>From 1.</summary>
    Month,

    /// <summary>Days from today: 0 for « aujourd'hui ».</summary>
    Today,

    /// <summary>A <see cref="DayPart"/>.</summary>
    Part,

    /// <summary>« Midi », alone.</summary>
    Noon,

    /// <summary>« h », « heures ».</summary>
    Hour,

    Week,

    Weekend,

    MonthUnit,

    Year,

    DayUnit,

    /// <summary>« Huitaine », « quinzaine »: the value is in days.</summary>
    Span,

    /// <summary>« Prochain ».</summary>
    Next,

    /// <summary>« Suivant ».</summary>
    Following,

    /// <summary>« Passé », « hier »: gone by.</summary>
    Gone,

    /// <summary>« Début », « milieu », « fin »: 0, 1, 2.</summary>
    Edge,

    /// <summary>« Premier », « deuxième »; −1 for the last.</summary>
    Ordinal,

    /// <summary>Index in <see cref="FrenchHolidays"/>' named days.</summary>
    Holiday,

    /// <summary>A later word of what stands before it: « hui » in « aujourd'hui ».</summary>
    Covered,
}
