namespace ChatbotSante.Redaction;

/// <summary>The lexicons that hold a word. Features, not verdicts: most ordinary words are somebody's surname.</summary>
[Flags]
internal enum WordClasses : ushort
{
    None = 0,

    /// <summary>A first name given in France today.</summary>
    CommonFirstName = 1,
    FirstName = 1 << 1,

    /// <summary>Among the most frequent surnames.</summary>
    CommonSurname = 1 << 2,
    Surname = 1 << 3,

    /// <summary>The whole name of a commune.</summary>
    Commune = 1 << 4,

    /// <summary>One of the words of a commune's name.</summary>
    PartOfCommune = 1 << 5,

    /// <summary>A town that everyone knows.</summary>
    City = 1 << 6,
    Brand = 1 << 7,
    Substance = 1 << 8,

    /// <summary>A word of every day, whatever else it is.</summary>
    Ordinary = 1 << 9,

    /// <summary>Rue, avenue, impasse.</summary>
    Street = 1 << 10,

    /// <summary>A word of our own lists of health.</summary>
    Health = 1 << 11,

    /// <summary>A word that the training text held.</summary>
    Known = 1 << 12,

    /// <summary>Says that the speaker speaks of themselves: je, mon, moi.</summary>
    Speaker = 1 << 13,

    /// <summary>Speaks to the clinic: vous, avez, proposez.</summary>
    Clinic = 1 << 14,

    /// <summary>Asks in general: combien, quel, faut.</summary>
    General = 1 << 15,
}
