namespace ChatbotSante.Bot.Rehearsals.Sweep;

/// <summary>How a <see cref="ByteSweep"/> found its canary written.</summary>
internal enum ByteEncoding
{
    Utf8,

    /// <summary>Little-endian, as .NET keeps strings, or big-endian.</summary>
    Utf16,

    /// <summary>Either alphabet, at any of the three alignments, line breaks inside or not.</summary>
    Base64,

    /// <summary>Two digits a byte, either case, with or without dashes between.</summary>
    Hex,

    /// <summary><c>%C3%A9</c>, whole or in part, and <c>+</c> for a space.</summary>
    Percent,

    /// <summary><c>\u00e9</c>, whole or in part, and JSON inside JSON.</summary>
    Json,

    /// <summary><c>&amp;#xE9;</c>, <c>&amp;#233;</c>, <c>&amp;eacute;</c>, whole or in part.</summary>
    Html,

    /// <summary><c>=C3=A9</c> and soft line breaks, as in mail (RFC 2045 § 6.7).</summary>
    QuotedPrintable,

    /// <summary>The canary's digits, however they are grouped.</summary>
    Digits,
}
