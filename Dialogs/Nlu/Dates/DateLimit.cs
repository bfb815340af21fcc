namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>How a day or an hour bounds a wish: « pas avant », « après », « avant », « jusqu'à ».</summary>
internal enum DateLimit
{
    None,

    /// <summary>That one and later: « pas avant », « à partir de ».</summary>
    From,

    /// <summary>Later only.</summary>
    After,

    /// <summary>Earlier only.</summary>
    Before,

    /// <summary>That one and earlier: « pas après », « d'ici », « jusqu'à ».</summary>
    UpTo,
}
