namespace ChatbotSante.Redaction;

/// <summary>What a piece of a number is.</summary>
internal enum NumberAtomKind : byte
{
    /// <summary>Written digits.</summary>
    Digits,

    /// <summary>A number word.</summary>
    Word,

    /// <summary>« double », « deux fois »: the next digit twice.</summary>
    Double,

    /// <summary>« et » in « vingt et un »: no digit.</summary>
    And,

    /// <summary>A or B inside the number of somebody born in Corsica.</summary>
    Letter,

    /// <summary>« plus » before a country code: no digit.</summary>
    Plus,
}
