namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>A day of the year known by a name; <see cref="DateVocabulary"/> numbers them.</summary>
internal enum NamedDay
{
    Christmas = 0,
    Easter = 1,
    Ascension = 2,
    Pentecost = 3,
    AllSaints = 4,
    Assumption = 5,
    Armistice = 6,
    EasterMonday = 7,
    PentecostMonday = 8,
    NewYear = 9,
    NewYearEve = 10,
    Epiphany = 11,
    Valentine = 12,
    Halloween = 13,
    GoodFriday = 14,
    LabourDay = 15,
    NationalDay = 16,
    Victory = 17,
    ChristmasEve = 18,
}
