namespace ChatbotSante.Redaction;

/// <summary>What a French word can be, to the detectors. A word can be several things.</summary>
[Flags]
internal enum WordFlags
{
    None = 0,

    /// <summary>A word people use while they speak of something else: no name where one was asked for.</summary>
    Ordinary = 1 << 0,

    /// <summary>« de », « le », « van »: part of a name when a word of it follows.</summary>
    Particle = 1 << 1,

    /// <summary>« madame », « docteur »: a name follows.</summary>
    Title = 1 << 2,

    /// <summary>« voisine », « mari »: a name may follow.</summary>
    Relation = 1 << 3,

    GivenName = 1 << 4,

    /// <summary>A kind of street that is hardly anything else.</summary>
    Street = 1 << 5,

    /// <summary>A kind of street that is an ordinary word too: a number must stand before it.</summary>
    NumberedStreet = 1 << 6,

    /// <summary>« étage », « bâtiment », « interphone »: goes on with an address.</summary>
    AddressPart = 1 << 7,
    Weekday = 1 << 8,

    /// <summary>« euh », « alors »: said inside a number without ending it.</summary>
    Filler = 1 << 9,

    /// <summary>« non », « pardon »: what was just said is said again.</summary>
    Correction = 1 << 10,

    /// <summary>The speaker or somebody near: « je », « mon », « ma mère ».</summary>
    Personal = 1 << 11,

    /// <summary>« ans », « mois »: what an age is counted in.</summary>
    AgeUnit = 1 << 12,

    /// <summary>« mg », « comprimés ».</summary>
    DoseUnit = 1 << 13,

    /// <summary>« kg », « degrés », « mmhg ».</summary>
    MeasureUnit = 1 << 14,

    /// <summary>« euros », « h », « minutes », « personnes »: what is counted is nobody's number.</summary>
    PlainUnit = 1 << 15,

    /// <summary>A part of the body.</summary>
    BodyPart = 1 << 16,

    /// <summary>« fort », « gauche », « chronique »: goes on with a symptom.</summary>
    Modifier = 1 << 17,

    /// <summary>Asks about the clinic or about things in general: « combien », « proposez ».</summary>
    Generic = 1 << 18,

    /// <summary>« hôpital », « clinique »: a name of it may follow.</summary>
    Facility = 1 << 19,

    /// <summary>A firm that gives e-mail addresses.</summary>
    MailProvider = 1 << 20,

    /// <summary>« fr », « com »: ends a domain.</summary>
    TopDomain = 1 << 21,

    /// <summary>« point », « tiret », « arobase »: a sign said aloud.</summary>
    SpokenSign = 1 << 22,

    /// <summary>« opéré », « hospitalisé », « rendez-vous »: makes the date beside it one of care.</summary>
    CareEvent = 1 << 23,

    /// <summary>« habite », « demeurant »: a place follows.</summary>
    Dwelling = 1 << 24,

    /// <summary>A sensitive subject (degree S3).</summary>
    Sensitive = 1 << 25,

    /// <summary>A number in words.</summary>
    NumberWord = 1 << 26,

    /// <summary>A firm that insures.</summary>
    Insurer = 1 << 27,
}
