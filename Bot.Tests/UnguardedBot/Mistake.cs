namespace ChatbotSante.UnguardedBot;

/// <summary>Mistakes that somebody could make in this program one day.</summary>
internal enum Mistake
{
    /// <summary>Words are logged: as a value, in a scope, in an exception's message.</summary>
    Log,

    /// <summary>A dialog fails, and its exception quotes the words.</summary>
    Throw,

    /// <summary>A dialog keeps what it hears, asked for or not.</summary>
    Hoard,

    /// <summary><c>Trace.WriteLine</c>, which is the system's log on Linux.</summary>
    Trace,

    /// <summary>A span is named by words.</summary>
    Span,

    /// <summary>Words are put into a temporary file.</summary>
    TemporaryFile,

    /// <summary>A request for another host carries words in its name.</summary>
    Lookup,

    /// <summary>A refusal quotes what it refuses.</summary>
    Quote,

    /// <summary>What one patient said is said to the next.</summary>
    Mix,
}
